/** How an answer is kept on the phone: at most `most` of its kind, and for so many hours. */
export interface Keeping {
  readonly kind: string
  readonly most: number
  readonly hours: number
}

/** As long as work without signal may be sent later (src/cases/late-act.rule.ts). */
const hours = 72

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const one = (address: string): RegExp => new RegExp(`^/api/${address}$`)

const rules: readonly (readonly [RegExp, Keeping])[] = [
  [one('me'), { kind: 'me', most: 1, hours }],
  [one('district'), { kind: 'district', most: 1, hours }],
  [one('office'), { kind: 'office', most: 1, hours }],
  [one('my/grids'), { kind: 'grids', most: 1, hours }],
  [one('field/day'), { kind: 'day', most: 1, hours }],
  [one('matters'), { kind: 'matters', most: 1, hours }],
  [one(`cases/${id}`), { kind: 'case', most: 60, hours }],
  [one(`areas/${id}`), { kind: 'area', most: 20, hours }],
  // Addresses, and no more of who lives there.
  [one('field/visits'), { kind: 'visits', most: 1, hours: 24 }],
  [one('field/look-after'), { kind: 'look_after', most: 1, hours: 24 }],
  [one('emergencies/mine'), { kind: 'emergencies', most: 1, hours: 24 }],
  [one('field/rounds'), { kind: 'rounds', most: 1, hours }],
  [one('field/grid-days'), { kind: 'grid_days', most: 1, hours }],
  // Who lives behind a door: those that were opened, and of those the last few.
  [one(`register/homes/${id}`), { kind: 'home', most: 10, hours: 24 }],
]

/** How the answer of this address is kept; null where it is not: whatever is not named here leaves no trace. */
export const keepingOf = (path: string): Keeping | null =>
  rules.find(([address]) => address.test(path))?.[1] ?? null

/** Whether a kept answer has outlived its hours, or is of a kind that is kept no more. */
export function isOver(
  { path, savedAtMs }: { readonly path: string; readonly savedAtMs: number },
  nowMs: number,
): boolean {
  const keeping = keepingOf(path)
  return keeping === null || nowMs - savedAtMs >= keeping.hours * 3_600_000
}

/** Of the kept answers of one kind, those that go: too old, or more than are kept. */
export function toForget<One extends { readonly savedAtMs: number }>(
  kept: readonly One[],
  { most, hours: keptHours }: Keeping,
  nowMs: number,
): readonly One[] {
  const latest = [...kept].sort((a, b) => b.savedAtMs - a.savedAtMs)
  return latest.filter(({ savedAtMs }, index) => index >= most || nowMs - savedAtMs >= keptHours * 3_600_000)
}
