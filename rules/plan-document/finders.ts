import type { Finder } from './document.ts';
import { wordsDifferFromFigure } from './finders/amount-words.ts';
import { dateImpossible, deadlineBeforeIssue, timeOutsideYear, workOfEarlierYear } from './finders/dates.ts';
import { groundDateDiffers, groundNotInForce, groundWithoutDate } from './finders/grounds.ts';
import { symbolIssuerDiffers } from './finders/issuers.ts';
import { figureMixedMarks, figureReadsOtherwise } from './finders/marks.ts';
import { moneyHeadingWithoutColumn, moneyUnitsMixed } from './finders/money-units.ts';
import { numberingGap, numberingRepeated } from './finders/numbering.ts';
import { leadAppraisesItself, leadCoordinatesItself, leadMissing } from './finders/people.ts';
import { rowRepeated, wholeStatedDifferently } from './finders/repeated.ts';
import { breakdownDiffers, percentageContradicts, resultNumeratorAboveDenominator, resultStatedTwice } from './finders/results.ts';
import { partsAboveRowTotal, partsDifferFromRowTotal } from './finders/row-sums.ts';
import { clauseNumberRepeated, pointLetterMissing } from './finders/sequence.ts';
import { recordsBelowUsed, recordsWithoutServices, usedAboveServices } from './finders/services.ts';
import { sharesNotHundred, totalStatedTwice } from './finders/shares.ts';
import { standardSignUnknown } from './finders/standards.ts';
import { subtotalDiffersFromRows } from './finders/subtotals.ts';
import { symbolIssuerUnknown, symbolKindDiffers, symbolNumberMalformed, symbolTwoForms } from './finders/symbols.ts';
import { milestoneFalls, rankOutsideField, targetAboveHundred } from './finders/targets.ts';
import { headerYearDiffers, periodGap, periodLengthDiffers, timeWithoutDate } from './finders/times.ts';
import { totalAcrossDiffers, totalDiffersFromRows, totalDiffersFromSubtotals, totalFollowsWrongSubtotals } from './finders/totals.ts';
import { placeholderLeft, secretMarkPresent, sectionMissing } from './finders/wording.ts';

/** What each rule file calculates: one finder for each id. */
export const finders: Readonly<Record<string, Finder>> = {
  'subtotal-differs-from-rows': subtotalDiffersFromRows,
  'total-differs-from-rows': totalDiffersFromRows,
  'total-differs-from-subtotals': totalDiffersFromSubtotals,
  'total-follows-wrong-subtotals': totalFollowsWrongSubtotals,
  'total-across-differs': totalAcrossDiffers,
  'total-stated-twice': totalStatedTwice,
  'parts-differ-from-row-total': partsDifferFromRowTotal,
  'parts-above-row-total': partsAboveRowTotal,
  'words-differ-from-figure': wordsDifferFromFigure,
  'figure-mixed-marks': figureMixedMarks,
  'figure-reads-otherwise': figureReadsOtherwise,
  'money-units-mixed': moneyUnitsMixed,
  'money-heading-without-column': moneyHeadingWithoutColumn,
  'shares-not-hundred': sharesNotHundred,
  'records-without-services': recordsWithoutServices,
  'services-used-above-services': usedAboveServices,
  'records-below-services-used': recordsBelowUsed,
  'percentage-contradicts': percentageContradicts,
  'result-part-above-whole': resultNumeratorAboveDenominator,
  'breakdown-differs': breakdownDiffers,
  'result-stated-twice': resultStatedTwice,
  'numbering-gap': numberingGap,
  'numbering-repeated': numberingRepeated,
  'lead-missing': leadMissing,
  'lead-coordinates-itself': leadCoordinatesItself,
  'header-year-differs': headerYearDiffers,
  'time-without-date': timeWithoutDate,
  'period-gap': periodGap,
  'period-length-differs': periodLengthDiffers,
  'symbol-two-forms': symbolTwoForms,
  'symbol-kind-differs': symbolKindDiffers,
  'symbol-number-malformed': symbolNumberMalformed,
  'symbol-issuer-unknown': symbolIssuerUnknown,
  'placeholder-left': placeholderLeft,
  'section-missing': sectionMissing,
  'clause-number-repeated': clauseNumberRepeated,
  'point-letter-missing': pointLetterMissing,
  'symbol-issuer-differs': symbolIssuerDiffers,
  'date-impossible': dateImpossible,
  'time-outside-year': timeOutsideYear,
  'work-of-earlier-year': workOfEarlierYear,
  'deadline-before-issue': deadlineBeforeIssue,
  'lead-appraises-itself': leadAppraisesItself,
  'ground-date-differs': groundDateDiffers,
  'ground-not-in-force': groundNotInForce,
  'ground-without-date': groundWithoutDate,
  'target-above-hundred': targetAboveHundred,
  'rank-outside-field': rankOutsideField,
  'milestone-falls': milestoneFalls,
  'row-repeated': rowRepeated,
  'whole-stated-differently': wholeStatedDifferently,
  'standard-sign-unknown': standardSignUnknown,
  'secret-mark-present': secretMarkPresent,
};
