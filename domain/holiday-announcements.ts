import type { PlainDate } from './date.ts';

/** A weekday off for which a weekend day is worked. */
export interface AnnouncedSwap {
  readonly off: PlainDate;
  readonly worked: PlainDate;
  readonly name: string;
  readonly nameEn: string;
  readonly source: string;
}

/** What the law leaves to each year: which days Tết takes, the lunar Hùng Kings' day, the day beside 2/9, swaps. */
export interface AnnouncedYear {
  readonly year: number;
  /** The five days of Tết from the first, then days in lieu of its weekend days. */
  readonly tet: { readonly from: PlainDate; readonly to: PlainDate; readonly source: string };
  /** 10/3 of the lunar calendar. */
  readonly hungKings: PlainDate;
  /** Since 2021 National Day is two days: 2/9 and the day before or after. */
  readonly besideNationalDay?: { readonly date: PlainDate; readonly source: string };
  readonly swaps: readonly AnnouncedSwap[];
  /** True where Tết and the day beside 2/9 are not announced yet: the usual choice for that weekday, to be corrected. */
  readonly isExpected?: boolean;
}

/** The announcement is known, its number was not to be found: to be completed in the calendar by whoever has it. */
const withoutNumber = (text: string): string => `${text} (chưa ghi số)`;
const ministry = (year: number): string => withoutNumber(`Thông báo của Bộ Lao động - Thương binh và Xã hội về nghỉ Tết, nghỉ lễ năm ${year}`);

const source2022 = 'Công văn 245/VPCP-KGVX ngày 11/01/2022';
const source2023 = withoutNumber('Văn bản của Văn phòng Chính phủ ngày 01/12/2022 về nghỉ Tết Âm lịch và Quốc khánh năm 2023');
const source2025 = 'Văn bản 8726/VPCP-KGVX ngày 26/11/2024';
const source2026 = withoutNumber('Văn bản của Văn phòng Chính phủ tháng 10/2025 về nghỉ Tết Âm lịch và Quốc khánh năm 2026');
const source2027 = 'Bộ luật Lao động 2019, Điều 112; dự kiến, chưa có thông báo';

const mayDays = { name: 'Ngày Chiến thắng 30/4 và Quốc tế Lao động 1/5', nameEn: 'Reunification Day and Labour Day' } as const;

export const announcedYears: readonly AnnouncedYear[] = [
  {
    year: 2019,
    tet: { from: '2019-02-04', to: '2019-02-08', source: ministry(2019) },
    hungKings: '2019-04-14',
    swaps: [
      { off: '2018-12-31', worked: '2019-01-05', name: 'Tết Dương lịch', nameEn: 'New Year', source: ministry(2019) },
      { off: '2019-04-29', worked: '2019-05-04', ...mayDays, source: ministry(2019) },
    ],
  },
  { year: 2020, tet: { from: '2020-01-23', to: '2020-01-29', source: ministry(2020) }, hungKings: '2020-04-02', swaps: [] },
  {
    year: 2021,
    tet: { from: '2021-02-10', to: '2021-02-16', source: ministry(2021) },
    hungKings: '2021-04-21',
    besideNationalDay: { date: '2021-09-03', source: ministry(2021) },
    swaps: [],
  },
  {
    year: 2022,
    tet: { from: '2022-01-31', to: '2022-02-04', source: source2022 },
    hungKings: '2022-04-10',
    besideNationalDay: { date: '2022-09-01', source: source2022 },
    swaps: [],
  },
  {
    year: 2023,
    tet: { from: '2023-01-20', to: '2023-01-26', source: source2023 },
    hungKings: '2023-04-29',
    besideNationalDay: { date: '2023-09-01', source: source2023 },
    swaps: [],
  },
  {
    year: 2024,
    tet: { from: '2024-02-08', to: '2024-02-14', source: ministry(2024) },
    hungKings: '2024-04-18',
    besideNationalDay: { date: '2024-09-03', source: ministry(2024) },
    swaps: [{ off: '2024-04-29', worked: '2024-05-04', ...mayDays, source: 'Công văn 2450/VPCP-KGVX ngày 12/4/2024' }],
  },
  {
    year: 2025,
    tet: { from: '2025-01-27', to: '2025-01-31', source: source2025 },
    hungKings: '2025-04-07',
    besideNationalDay: { date: '2025-09-01', source: source2025 },
    swaps: [{ off: '2025-05-02', worked: '2025-04-26', ...mayDays, source: source2025 }],
  },
  {
    year: 2026,
    tet: { from: '2026-02-16', to: '2026-02-20', source: source2026 },
    hungKings: '2026-04-26',
    besideNationalDay: { date: '2026-09-01', source: source2026 },
    swaps: [
      { off: '2026-01-02', worked: '2026-01-10', name: 'Tết Dương lịch', nameEn: 'New Year', source: 'Văn bản 12729/VPCP-KGVX ngày 25/12/2025' },
      { off: '2026-08-31', worked: '2026-08-22', name: 'Quốc khánh', nameEn: 'National Day', source: source2026 },
    ],
  },
  {
    year: 2027,
    tet: { from: '2027-02-04', to: '2027-02-10', source: source2027 },
    hungKings: '2027-04-16',
    besideNationalDay: { date: '2027-09-03', source: source2027 },
    swaps: [],
    isExpected: true,
  },
];
