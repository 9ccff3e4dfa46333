/** Shades above none. */
const mostSteps = 4

/** Counts that a shade stands for. */
export interface ShadeStep {
  readonly step: number
  readonly from: number
  readonly to: number
}

/** Which shade each count has (0: none), and what each shade stands for, the lightest first. */
export function shadesOf(counts: readonly number[]): {
  readonly stepOf: (count: number) => number
  readonly steps: readonly ShadeStep[]
} {
  const most = Math.max(0, ...counts)
  const last = Math.min(mostSteps, most)
  const top = (step: number) => Math.floor((most * step) / last)
  const steps = Array.from({ length: last }, (_, at) => ({
    step: at + 1,
    from: at === 0 ? 1 : top(at) + 1,
    to: top(at + 1),
  }))
  return {
    stepOf: (count) => steps.find(({ to }) => count <= to && count > 0)?.step ?? 0,
    steps: [{ step: 0, from: 0, to: 0 }, ...steps],
  }
}
