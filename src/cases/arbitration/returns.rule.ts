import type { ClockLine } from '../clock-events.rule.ts'

/**
 * How often the case came back to the desk that dispatches (退单) in its present round: granted returns of the unit that
 * led it, since the reporter last had it opened again. An assisting unit that gives its part back leaves it with its lead.
 */
export function returnsInRound(story: readonly ClockLine[]): number {
  let lead: unknown = null
  let returns = 0
  for (const { kind, data } of story) {
    if (kind === 'case.reopened') returns = 0
    if (kind === 'case.dispatched' || kind === 'case.reopened') lead = leadOf(data) ?? lead
    if (kind === 'case.request_decided' && data.kind === 'return' && data.granted && data.unitId === lead)
      returns += 1
  }
  return returns
}

/** A second return goes to the centre (争议裁定), whichever unit asks for it. */
export const isForArbitration = (
  story: readonly ClockLine[],
  asked: { kind: string; role: string },
): boolean => asked.kind === 'return' && asked.role === 'lead' && returnsInRound(story) > 0

/** Whether the centre's last word on this case names the unit: it answers, and cannot give the case back. */
export const isBound = (story: readonly ClockLine[], unitId: string): boolean =>
  story.findLast(({ kind }) => kind === 'case.arbitrated')?.data.unitId === unitId

function leadOf(data: ClockLine['data']): string | undefined {
  const units = data.units as readonly { readonly unitId: string; readonly role: string }[]
  return units.find(({ role }) => role === 'lead')?.unitId
}
