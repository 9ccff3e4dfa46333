import type { LineData } from '../../platform/journal-line.rule.ts'
import type { MediationStage } from './contract.ts'
import { moveMediation, stageByConsents } from './mediation-stage.rule.ts'

/** A line of a mediation's story, in its order. */
export interface MediationLine {
  readonly kind: string
  readonly data: LineData
}

/** A mediation as its lines tell it: nothing of it is asked of rows. */
export interface ToldMediation {
  readonly caseId: string
  readonly areaId: string
  readonly stage: MediationStage
  readonly parties: number
  readonly consents: number
  readonly mediatorId: string | null
  readonly inForceOn: string | null
  readonly followOn: string | null
  readonly confirmedOn: string | null
  readonly outcome: string | null
  readonly cause: string | null
  readonly kept: string | null
}

const text = (value: LineData[string] | undefined): string | null =>
  typeof value === 'string' ? value : null

/** The mediation by its lines; null without a first. Refuses `mediation_move_not_allowed` where they tell an illegal move. */
export function mediationOf(lines: readonly MediationLine[]): ToldMediation | null {
  const [first, ...later] = lines
  if (first?.kind !== 'mediation.opened') return null
  const { caseId, areaId } = first.data
  const named = first.data.parties as unknown as readonly { readonly consents: boolean }[]
  const consents = named.filter((party) => party.consents).length
  return later.reduce(tell, {
    caseId: String(caseId),
    areaId: String(areaId),
    stage: stageByConsents(named.length, consents),
    parties: named.length,
    consents,
    mediatorId: null,
    inForceOn: null,
    followOn: null,
    confirmedOn: null,
    outcome: null,
    cause: null,
    kept: null,
  })
}

function tell(told: ToldMediation, { kind, data }: MediationLine): ToldMediation {
  const to = (stage: MediationStage) => moveMediation(told.stage, stage)
  switch (kind) {
    case 'mediation.party_added':
      return joined(told, 1, data.consents === true ? 1 : 0)
    case 'mediation.consented':
      return joined(told, 0, 1)
    case 'mediation.mediator_named':
      return {
        ...told,
        stage: told.stage === 'consented' ? to('mediating') : told.stage,
        mediatorId: text(data.mediatorId),
      }
    case 'mediation.agreed':
      return { ...told, stage: to('agreed'), cause: text(data.cause) }
    case 'mediation.reopened':
      return { ...told, stage: to('mediating'), cause: null }
    case 'mediation.came_into_force':
      return { ...told, stage: to('in_force'), inForceOn: text(data.on), followOn: text(data.followOn) }
    case 'mediation.visited':
      return { ...told, followOn: text(data.nextOn) }
    case 'mediation.confirmed':
      return { ...told, confirmedOn: text(data.on) }
    case 'mediation.closed':
      return { ...told, stage: to('closed'), kept: text(data.kept), followOn: null }
    case 'mediation.ended':
      return { ...told, stage: to('ended'), outcome: text(data.outcome), cause: text(data.cause) }
    case 'mediation.withdrawn':
      return { ...told, stage: to('withdrawn'), cause: null }
    default:
      return told
  }
}

const joined = (told: ToldMediation, more: number, consenting: number): ToldMediation => {
  const [parties, consents] = [told.parties + more, told.consents + consenting]
  return { ...told, parties, consents, stage: stageByConsents(parties, consents) }
}
