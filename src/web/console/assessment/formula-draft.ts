import type { AnnounceFormula, FormulaRules, Measure } from '../../../evaluation/contract.ts'

/** A formula as it is typed. */
export interface FormulaDraft {
  readonly fromMonth: string
  readonly objectionDays: string
  readonly leastWorkers: string
  readonly consultations: string
  readonly weights: Readonly<Record<string, { readonly weight: string; readonly least: string }>>
}

/** The least and the most of each number, as the server takes them. */
export const bounds = {
  objectionDays: [4, 60],
  leastWorkers: [3, 50],
  weight: [0, 100],
  least: [3, 1000],
} as const
type Bound = keyof typeof bounds

export const draftOf = (rules: FormulaRules, fromMonth: string): FormulaDraft => ({
  fromMonth,
  objectionDays: String(rules.objectionDays),
  leastWorkers: String(rules.leastWorkers),
  consultations: rules.consultations.join(' '),
  weights: Object.fromEntries(
    rules.weights.map(({ measure, weight, least }) => [
      measure,
      { weight: String(weight), least: String(least) },
    ]),
  ),
})

export function isWithin(bound: Bound, typed: string): boolean {
  const [least, most] = bounds[bound]
  return /^\d{1,4}$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most
}

const codesIn = (typed: string): string[] => typed.toUpperCase().match(/\S+/g) ?? []

export const areCodes = (typed: string): boolean =>
  codesIn(typed).every((code) => /^[A-Z]{2}\d{2,3}$/.test(code))

/** The formula to be sent; null where something in it is wrong. */
export function formulaIn(draft: FormulaDraft): Omit<AnnounceFormula, 'requestId'> | null {
  const rows = Object.entries(draft.weights)
  const isWhole =
    isWithin('objectionDays', draft.objectionDays) &&
    isWithin('leastWorkers', draft.leastWorkers) &&
    areCodes(draft.consultations) &&
    rows.every(([, { weight, least }]) => isWithin('weight', weight) && isWithin('least', least))
  if (!isWhole) return null
  return {
    fromMonth: draft.fromMonth,
    objectionDays: Number(draft.objectionDays),
    leastWorkers: Number(draft.leastWorkers),
    consultations: [...new Set(codesIn(draft.consultations))],
    weights: rows.map(([measure, { weight, least }]) => ({
      measure: measure as Measure,
      weight: Number(weight),
      least: Number(least),
    })),
  }
}
