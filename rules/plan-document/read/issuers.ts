/** Bodies that issue circulars, by the sign in their symbols. */
export const circularIssuers: ReadonlySet<string> = new Set([
  'BTTTT', 'BTC', 'BNV', 'BKHĐT', 'BKHCN', 'BYT', 'BGDĐT', 'BCT', 'BXD', 'BGTVT', 'BTNMT', 'BNNPTNT', 'BLĐTBXH', 'BVHTTDL', 'BTP', 'BCA', 'BQP', 'BNG',
  'VPCP', 'NHNN', 'TTCP', 'UBDT', 'KTNN', 'TANDTC', 'VKSNDTC', 'BNNMT', 'BDTTG',
]);
