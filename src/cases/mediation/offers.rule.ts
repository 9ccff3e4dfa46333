import type { MediationStage } from './contract.ts'
import { mayEndAt } from './mediation-stage.rule.ts'
import type { MediationAct, OwnMediationAct } from './page.contract.ts'

/** What the committee is offered at each stage; doing it asks again. */
const byStage: Readonly<Record<MediationStage, readonly MediationAct[]>> = {
  asked: ['add_party', 'take_consent', 'warn', 'end'],
  consented: ['name_mediator', 'add_party', 'warn', 'end'],
  mediating: ['set_session', 'agree', 'name_mediator', 'warn', 'end'],
  agreed: ['sign', 'force', 'reopen', 'set_session', 'warn', 'end'],
  in_force: ['visit', 'confirmed', 'warn'],
  // A court may be asked, and may answer, after the last visit.
  closed: ['confirmed'],
  ended: [],
  withdrawn: [],
}

/** With all signatures it can come into force, and no more are taken. */
export const offeredAt = (
  stage: MediationStage,
  { unsigned, confirmed }: { readonly unsigned: number; readonly confirmed: boolean },
): MediationAct[] =>
  byStage[stage].filter((act) => {
    if (act === 'force') return unsigned === 0
    if (act === 'sign') return unsigned > 0
    return act !== 'confirmed' || !confirmed
  })

/** What a party is offered. */
export function offeredToParty(
  stage: MediationStage,
  { consents, wantsOther }: { readonly consents: boolean; readonly wantsOther: boolean },
): OwnMediationAct[] {
  const open = mayEndAt.includes(stage)
  const offers: OwnMediationAct[] = []
  if (stage === 'asked' && !consents) offers.push('consent')
  if (open || stage === 'in_force') offers.push('say')
  if (stage === 'mediating' && !wantsOther) offers.push('ask_other')
  // Whoever has not answered refuses by answering.
  if (open && consents) offers.push('leave')
  return offers
}
