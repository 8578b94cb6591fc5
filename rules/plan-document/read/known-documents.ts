import type { PlainDate } from '../../../domain/date.ts';
import type { LegalGround } from '../../../domain/plan.ts';

/** A document that plans cite, as its issuer published it (Công báo, cơ sở dữ liệu quốc gia về văn bản pháp luật). */
export interface KnownDocument {
  readonly date: PlainDate;
  /** Words of its title; numbers without a year are used again every year. */
  readonly subject: RegExp;
  /** Last day in force, and what took its place. */
  readonly inForceTo?: PlainDate;
  readonly replacedBy?: string;
}

const known = (date: string, subject: RegExp, end?: { readonly inForceTo: string; readonly replacedBy: string }): KnownDocument => ({
  date, subject, ...(end === undefined ? {} : { inForceTo: end.inForceTo, replacedBy: end.replacedBy }),
});
const any = /(?:)/u;

/** By symbol. Only what is certain: a document that is not here is not judged. */
const documents: Readonly<Record<string, KnownDocument>> = {
  '110/2004/NĐ-CP': known('2004-04-08', any, { inForceTo: '2020-03-04', replacedBy: 'Nghị định 30/2020/NĐ-CP' }),
  '64/2007/NĐ-CP': known('2007-04-10', any),
  '102/2009/NĐ-CP': known('2009-11-06', any, { inForceTo: '2019-12-31', replacedBy: 'Nghị định 73/2019/NĐ-CP' }),
  '43/2011/NĐ-CP': known('2011-06-13', any, { inForceTo: '2022-08-14', replacedBy: 'Nghị định 42/2022/NĐ-CP' }),
  '36a/NQ-CP': known('2015-10-14', /Chính phủ điện tử/u),
  '85/2016/NĐ-CP': known('2016-07-01', any),
  '61/2018/NĐ-CP': known('2018-04-23', any),
  '28/2018/QĐ-TTg': known('2018-07-12', any),
  '950/QĐ-TTg': known('2018-08-01', /đô thị thông minh/u),
  '09/2019/NĐ-CP': known('2019-01-24', any),
  '17/NQ-CP': known('2019-03-07', /phát triển Chính phủ điện tử/u),
  '73/2019/NĐ-CP': known('2019-09-05', any),
  '30/2020/NĐ-CP': known('2020-03-05', any),
  '749/QĐ-TTg': known('2020-06-03', /chuyển đổi số quốc gia/u),
  '942/QĐ-TTg': known('2021-06-15', /Chính phủ điện tử hướng tới Chính phủ số/u),
  '411/QĐ-TTg': known('2022-03-31', /kinh tế số/u),
  '42/2022/NĐ-CP': known('2022-06-24', any),
};

/** What is known of a document that a plan cites. */
export function knownDocument({ symbol, name }: LegalGround): KnownDocument | undefined {
  const found = symbol === undefined ? undefined : documents[symbol];
  return found?.subject.test(name) === true ? found : undefined;
}
