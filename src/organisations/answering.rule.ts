/** A kind and line of unit that may answer; the line `any` stands for every line. */
export interface Answering {
  readonly kind: string
  readonly line: string
}

/**
 * Who may answer for `kind:line`, the best first. Where a street has no team of its own the department answers,
 * and where nobody manages an estate (无物业小区) its community does.
 */
export function answeringKinds(answers: string): readonly Answering[] {
  const [kind = '', line = 'any'] = answers.split(':')
  const first = { kind, line }
  if (kind === 'street_team') return [first, { kind: 'department', line }]
  if (kind === 'property_firm') return [first, { kind: 'community', line: 'any' }]
  return [first]
}
