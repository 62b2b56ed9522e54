/** What the naive model knows of the types of unit, written by hand from data/structure/unit-types.yaml. */
export const typeFacts: Readonly<Record<string, { rank: number; cell?: true; grassroots?: true; party: boolean }>> = {
  trung_uong_truc_thuoc: { rank: 10, party: true },
  lien_chi: { rank: 20, party: true },
  dang_bo: { rank: 25, party: true },
  cap_tren_co_so: { rank: 50, party: true },
  dang_bo_co_so: { rank: 60, party: true, grassroots: true },
  chi_bo_co_so: { rank: 70, party: true, grassroots: true, cell: true },
  dang_bo_bo_phan: { rank: 80, party: true },
  chi_bo: { rank: 90, party: true, cell: true },
  to_dang: { rank: 100, party: false },
}

/** Which types may stand directly under a type. Before 11/04/2007 and after it are two worlds. */
export const mayStandUnder: Readonly<Record<'before' | 'after', Readonly<Record<string, readonly string[]>>>> = {
  before: { dang_bo: ['lien_chi', 'chi_bo'], lien_chi: ['chi_bo'] },
  after: {
    trung_uong_truc_thuoc: ['cap_tren_co_so', 'cap_tren_co_so', 'dang_bo_co_so', 'chi_bo_co_so'],
    cap_tren_co_so: ['dang_bo_co_so', 'dang_bo_co_so', 'chi_bo_co_so'],
    dang_bo_co_so: ['dang_bo_bo_phan', 'chi_bo', 'chi_bo'],
    dang_bo_bo_phan: ['chi_bo'],
    chi_bo: ['to_dang'],
    chi_bo_co_so: ['to_dang'],
  },
}

/** How the model counts some measures: among direct subordinates or at any depth, of which types; null: not counted. */
export const measures: Readonly<Record<string, { direct: boolean; types: readonly string[] } | null>> = {
  direct_subordinates: {
    direct: true,
    types: Object.keys(typeFacts).filter((t) => t !== 'trung_uong_truc_thuoc' && t !== 'to_dang'),
  },
  grassroots_organisations: { direct: false, types: ['dang_bo_co_so', 'chi_bo_co_so'] },
  attached_cells: { direct: false, types: ['chi_bo'] },
  cells: { direct: false, types: ['chi_bo', 'chi_bo_co_so'] },
  unions_of_cells: { direct: true, types: ['lien_chi'] },
  members: null,
}
