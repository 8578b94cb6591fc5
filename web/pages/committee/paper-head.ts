import type { Plan } from '../../../domain/plan.ts';
import type { Unit } from '../../../domain/unit.ts';

/** Who signs for an agency, by how its name begins; keys of `paper.signs`. */
const signers = { Sở: 'director', 'Trung tâm': 'director', 'Văn phòng': 'chiefOfOffice', Phòng: 'headOfDivision', 'Ủy ban nhân dân': 'peoplesCommittee', UBND: 'peoplesCommittee', Ban: 'head' } as const satisfies Readonly<Record<string, string>>;
export type Signer = (typeof signers)[keyof typeof signers] | 'headOfAgency';

/** What stands at the head and foot of a paper of the agency that leads the plan. */
export interface PaperHead {
  /** The agency above the issuing one; a People's Committee has none. */
  readonly superior: string | undefined;
  readonly issuer: string;
  /** Letters of the issuing agency in the paper's symbol, `STTTT`; undefined when only the clerk knows them. */
  readonly letters: string | undefined;
  /** Where it is issued; undefined when no name tells. */
  readonly place: string | undefined;
  readonly signer: Signer;
  readonly committee: string;
  /** Who gets a copy besides, if not the committee itself. */
  readonly approver: string | undefined;
}

/** Names by the register, laid out as Nghị định 30/2020/NĐ-CP, Phụ lục I, asks for. */
export function paperHead(plan: Plan, units: ReadonlyMap<string, Unit>): PaperHead {
  const nameOf = (code: string): string => units.get(code)?.name ?? code;
  const { secretariat, committee, approver } = plan.roles;
  const issuer = nameOf(secretariat);
  const signer: Signer = Object.entries(signers).find(([name]) => issuer.startsWith(`${name} `))?.[1] ?? 'headOfAgency';
  const parent = units.get(secretariat)?.parent;
  const superior = signer === 'peoplesCommittee' || parent === undefined ? undefined : nameOf(parent);
  return { superior, issuer, letters: lettersOf(issuer, signer), place: placeOf(superior ?? issuer) ?? placeOf(plan.issuerName), signer, committee: nameOf(committee), approver: approver === committee || approver === secretariat ? undefined : nameOf(approver) };
}

const ofPlace = /\s(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)\s+/u;

const placeOf = (name: string): string | undefined => name.split(ofPlace)[1];

/** `Sở Lao động - Thương binh và Xã hội` is SLĐTBXH. Names that are not of a department or division have letters of their own making. */
function lettersOf(name: string, signer: Signer): string | undefined {
  if (signer === 'peoplesCommittee') return 'UBND';
  if (!/^(Sở|Phòng) /u.test(name)) return undefined;
  const words = (name.split(ofPlace)[0] ?? name).split(/[^\p{L}]+/u).filter((word) => word !== '' && word !== 'và');
  return words.map((word) => word.charAt(0).toLocaleUpperCase('vi')).join('');
}
