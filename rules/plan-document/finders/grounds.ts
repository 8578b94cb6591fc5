import type { PlainDate } from '../../../domain/date.ts';
import { formatDate } from '../../../domain/plain-date.ts';
import type { LegalGround, Plan } from '../../../domain/plan.ts';
import type { Finder } from '../document.ts';
import { elsewhere, type Found } from '../finding.ts';
import { knownDocument } from '../read/known-documents.ts';

const labelOf = ({ symbol, name }: LegalGround): string => (symbol === undefined ? name : `${symbol}: ${name}`);
const printed = (date: PlainDate): string => formatDate(date, 'vi');

/** A day on which the document surely was not yet signed: grounds must be in force until then at least. */
const writtenOn = ({ issuedOn, calendar }: Plan): PlainDate => issuedOn ?? calendar.guidance;

/** A document cited with another date than its own. */
export const groundDateDiffers: Finder = ({ plan }) =>
  plan.legalGrounds.flatMap((ground): Found[] => {
    const own = knownDocument(ground)?.date;
    if (ground.date === undefined || own === undefined || ground.date === own) return [];
    return [{ where: elsewhere(labelOf(ground)), stated: printed(ground.date), computed: printed(own), words: { symbol: ground.symbol ?? ground.name } }];
  });

/** A document that had lapsed before the plan was written. */
export const groundNotInForce: Finder = ({ plan }) =>
  plan.legalGrounds.flatMap((ground): Found[] => {
    const own = knownDocument(ground);
    const last = ground.inForceTo ?? own?.inForceTo;
    if (last === undefined || last >= writtenOn(plan)) return [];
    return [{ where: elsewhere(labelOf(ground)), stated: printed(last), computed: own?.replacedBy ?? null, words: { symbol: ground.symbol ?? ground.name, on: printed(writtenOn(plan)) } }];
  });

/** A document cited by number alone: numbers without a year are used again every year. */
export const groundWithoutDate: Finder = ({ plan }) =>
  plan.legalGrounds.flatMap((ground): Found[] => (ground.symbol === undefined || ground.date !== undefined ? [] : [{ where: elsewhere(labelOf(ground)), stated: ground.symbol, computed: null }]));
