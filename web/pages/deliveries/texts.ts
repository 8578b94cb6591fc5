import { listMailTexts, type MailTextView } from '../../../api/use-cases/mail-texts.ts';
import { listRungTexts } from '../../../api/use-cases/rung-texts.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';

/** Texts that belong together, by the first step of their keys. */
const groups = [['reminder'], ['escalation'], ['decision'], ['directive', 'extension', 'guidance'], ['digest', 'what', 'quarter', 'letter']] as const;

async function show({ desk, t, language }: Visit): Promise<View> {
  const [all, own] = await Promise.all([listMailTexts(desk), listRungTexts(desk)]);
  const isChanged = ({ words }: MailTextView): boolean => words.vi.isChanged || words.en.isChanged;
  const row = (each: MailTextView) => ({ ...each, href: paths.mailText(each.key), use: t(`mailTexts.use.${each.key}`), now: each.words[language].text, isChanged: isChanged(each) });
  return {
    template: 'deliveries/texts.njk', title: t('mailTexts.title'), lead: t('mailTexts.lead', { count: all.filter(isChanged).length, all: all.length }), help: 'mailTexts.help', wide: true,
    model: {
      own: own.map((each) => ({ ...each, href: paths.rungText(each.key), now: each.words[language].subject, where: each.uses.length === 0 ? t('rungTexts.usedInNone') : t('rungTexts.usedInCount', { count: each.uses.length }) })), add: paths.newRungText(),
      groups: groups.map((heads) => ({ title: t(`mailTexts.group.${heads[0]}`), rows: all.filter(({ key }) => heads.some((head) => head === key.split('.')[0])).map(row) })),
    },
  };
}

export const mailTextsPage = page({ name: 'mailTexts', path: '/admin/mail-texts', action: 'mailText.read', show });
