import { CarrierAway } from '../../domain/ports/mail.ts';

export interface Renewal {
  readonly url: string;
  readonly appId: string;
  readonly secret: string;
  readonly refreshToken: string;
  /** In ms. */
  readonly patience: number;
}

export interface NewTokens {
  readonly access: string;
  /** The one that was asked with is used up. */
  readonly refresh: string;
}

/**
 * Asks for an access token: `POST /v4/oa/access_token` with the header `secret_key` and `refresh_token`, `app_id`, `grant_type=refresh_token` as a form. A refresh token serves once, within three
 * months; an access token lasts 25 hours (developers.zalo.me, "Xác thực và ủy quyền cho ứng dụng"). Throws `CarrierAway`, without any of the secrets.
 */
export async function askForTokens({ url, appId, secret, refreshToken, patience }: Renewal): Promise<NewTokens> {
  const form = new URLSearchParams({ refresh_token: refreshToken, app_id: appId, grant_type: 'refresh_token' });
  const { status, text } = await fetch(url, { method: 'POST', redirect: 'error', signal: AbortSignal.timeout(patience), headers: { secret_key: secret, 'user-agent': 'chu-trinh' }, body: form })
    .then(async (answer) => ({ status: answer.status, text: await answer.text() }), (error: unknown) => { throw away(reasonOf(error), error); });
  const answer = answerIn(text);
  if (typeof answer.access_token === 'string' && typeof answer.refresh_token === 'string') return { access: answer.access_token, refresh: answer.refresh_token };
  if (answer.error === undefined) throw away(`HTTP ${status}`);
  throw away(`${said(answer.error)} ${said(answer.error_name ?? answer.message)}: authorise the application again and write the new refresh token to ZALO_REFRESH_TOKEN_FILE`);
}

const said = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const away = (reason: string, cause?: unknown): CarrierAway => new CarrierAway(`Zalo gives no access token: ${reason.slice(0, 300)}`, { cause });

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(error);
}

interface Answer {
  readonly access_token?: unknown;
  readonly refresh_token?: unknown;
  readonly error?: unknown;
  readonly error_name?: unknown;
  readonly message?: unknown;
}

function answerIn(text: string): Answer {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? answer : {};
  } catch {
    return {};
  }
}
