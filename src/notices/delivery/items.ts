import { atlasOf } from '../../areas/door.ts'
import {
  type CaseInMessage,
  emergencyNames,
  selectCasesInMessages,
  selectWhistlesToTell,
} from '../../cases/door.ts'
import { mattersEver } from '../../matters/door.ts'
import { isPrivate } from '../contract.ts'
import type { Item } from './compose.rule.ts'
import { type Leased, readerDb } from './delivery.sql.ts'
import type { SenderParts } from './sender-parts.ts'

/**
 * What may be said of each delivery now: the case as it stands at this moment, and not when the message was planned.
 * `groupAreaId`: a group of this area reads it, so that a case or a whistle that its area must not see is confidential too.
 */
export async function itemsOf(
  parts: Pick<SenderParts, 'district' | 'clock'>,
  leased: readonly Leased[],
  groupAreaId: string | null,
): Promise<Map<string, Item>> {
  const { district, clock } = parts
  const ids = leased.flatMap(({ caseId }) => (caseId === null ? [] : [caseId]))
  const cases = await selectCasesInMessages(readerDb(district.pools), ids, clock.now())
  const matters = await mattersEver(parts)
  const atlas = await atlasOf(parts)
  const whistles = await selectWhistlesToTell(readerDb(district.pools), leased.flatMap(whistleIn))
  const emergencies = await emergencyNames(parts, leased.flatMap(modeIn))
  const isFor = ({ reach }: Pick<CaseInMessage, 'reach'>) =>
    groupAreaId === null || reach.includes(groupAreaId)
  return new Map(
    leased.map(({ id, kind, caseId, facts }) => {
      const found = caseId === null ? undefined : cases.get(caseId)
      const matter = found?.matter ? matters.get(found.matter) : undefined
      const areaId = found?.path.at(-1) ?? (typeof facts.areaId === 'string' ? facts.areaId : null)
      const place = areaId === null ? undefined : atlas.get(areaId)
      const community = place && (atlas.communityOf(place) ?? atlas.get(atlas.chainOf(place)))
      const [whistleId = null] = whistleIn({ facts })
      const whistle = whistleId === null ? undefined : whistles.get(whistleId)
      const [modeId] = modeIn({ facts })
      const item: Item = {
        kind,
        caseId,
        whistleId,
        number: found?.number ?? null,
        matter: matter ? { zh: matter.nameZh, en: matter.nameEn } : null,
        light: found?.light ?? 'none',
        area: community ? { zh: community.nameZh, en: community.nameEn } : null,
        communityId: community?.id ?? null,
        emergency: modeId
          ? { modeId, name: emergencies.get(modeId) ?? null, atField: facts.atField === true }
          : null,
        // A case or a whistle that nobody finds is none to speak of.
        confidential:
          isPrivate(kind) ||
          (caseId !== null && (!found || found.confidential || !isFor(found))) ||
          (whistleId !== null && (!whistle || whistle.hidden || !isFor(whistle))),
      }
      return [id, item] as const
    }),
  )
}

/** The whistle that a delivery speaks of, if any. */
const whistleIn = ({ facts }: Pick<Leased, 'facts'>): string[] =>
  typeof facts.whistleId === 'string' ? [facts.whistleId] : []

/** The emergency that a delivery speaks of, if any. */
const modeIn = ({ facts }: Pick<Leased, 'facts'>): string[] =>
  typeof facts.modeId === 'string' ? [facts.modeId] : []
