import { listUnitMails } from '../../../../api/use-cases/unit-mails.ts';
import { isAllowed } from '../../../../domain/permissions.ts';
import type { Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { wordsOf } from '../../deliveries/words.ts';

/** What the unit was told and is to be told, as rows of its story; whoever may read the send log goes on to each mail as it was sent. */
export async function mailRows({ desk, caller, t }: Visit, place: { readonly cycle: string; readonly unit: string }) {
  const mayRead = isAllowed(caller.actor, 'delivery.read');
  return (await listUnitMails(desk, caller, place)).map((each) => {
    const { what, kindName, rungName } = wordsOf({ ...each, channel: 'email', state: 'sent', lastError: null }, t);
    const mails = each.deliveries.map(({ id, name, state, channel }) => ({ text: `${name || t('deliveries.nobody')} (${t(`deliveries.channel.${channel}`)}): ${t(`deliveries.state.${state}`)}`, href: mayRead ? paths.delivery(id) : undefined }));
    return { at: each.at, what: `${kindName}: ${what}`, rungName, mails, state: mails.length > 0 ? undefined : t(`deliveries.unit.${each.state}`) };
  });
}
