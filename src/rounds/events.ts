import { z } from 'zod'
import { EstateKind } from '../areas/contract.ts'
import { lineWriter } from '../platform/events.ts'
import { ItemKind, ItemState } from './contract.ts'

const id = z.uuid()

const roundEvents = {
  /** `words`: SHA-256 over the list with its words, which stand in its row. Subject: the list. */
  'checklist.announced': z.strictObject({
    areaId: id,
    estateKind: EstateKind,
    validFrom: z.iso.date(),
    periodDays: z.int(),
    items: z.int(),
    words: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** It happened when the round ended. Subject: the round. */
  'round.ended': z.strictObject({
    areaId: id,
    estateKind: EstateKind,
    checklistId: id.nullable(),
    startedAt: z.iso.datetime(),
    results: z.array(
      z.strictObject({ item: z.string(), kind: ItemKind, state: ItemState, findingId: id.nullable() }),
    ),
  }),
  /** An estate lies elsewhere now: other posts see its rounds. Subject: the estate. */
  'round.reach_moved': z.strictObject({ reach: z.array(id) }),
  /** Which day of the month is the day in the grid, from a month on. Subject: the rule. */
  'grid_day.set': z.strictObject({
    validFrom: z.iso.date(),
    dayOfMonth: z.int(),
    nextWorkingDay: z.boolean(),
  }),
  /** Somebody came: an account, a person linked by name, or a unit. Subject: the check-in. */
  'grid_day.checked_in': z.strictObject({
    gridDayId: id,
    gridId: id,
    day: z.iso.date(),
    accountId: id.nullable(),
    holderId: id.nullable(),
    unitId: id.nullable(),
    metres: z.int().nonnegative().nullable(),
  }),
  'grid_day.check_in_taken_back': z.strictObject({ gridDayId: id }),
  /** A grid lies elsewhere now. Subject: the grid. */
  'grid_day.reach_moved': z.strictObject({ reach: z.array(id) }),
}

/** Lines go on the community's chain; what holds for the district on the district's. */
export const roundLine = lineWriter(roundEvents)
