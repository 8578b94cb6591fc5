import type { Visit } from '../../http/page.ts';
import type { DraftHere } from './draft-here.ts';

/** Why nothing can be changed now: where the plan or report stands. */
export const readOnly = ({ view: { duty } }: Pick<DraftHere, 'view'>, t: Visit['t']): string => `${t(`duty.lead.${duty.kind}.${duty.state}`, { count: duty.round })} ${t('agency.readOnly')}`;
