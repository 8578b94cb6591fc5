import type { DraftBackground } from '../../../api/use-cases/draft-background.ts';
import type { SubmissionContent } from '../../../domain/submission.ts';
import type { Finding } from '../../../domain/verdict.ts';
import type { Visit } from '../../http/page.ts';
import { fieldAt } from './form/pointer.ts';
import { labelsOf } from './labels.ts';

/** Lists of the form whose rows have names of their own. */
const named: readonly string[] = ['targets', 'tasks', 'budget', 'spending'];

/** The target, task or line that a finding is about, for places away from the field; undefined when it is about the whole, or names its row itself. */
export function findingNames({ t, language }: Pick<Visit, 't' | 'language'>, content: SubmissionContent, background: DraftBackground): (finding: Pick<Finding, 'pointers' | 'message'>) => string | undefined {
  const label = labelsOf({ t, language }, content, background);
  return ({ pointers, message }) => {
    const [list = '', id] = fieldAt(content, pointers[0] ?? '').split('.');
    if (id === undefined || !named.includes(list)) return undefined;
    const name = label(`${list}.${id}`);
    return message[language].includes(name) ? undefined : name;
  };
}
