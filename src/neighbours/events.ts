import { z } from 'zod'
import { lineWriter } from '../platform/events.ts'
import { DeclineReason } from './contract.ts'

const id = z.uuid()
/** Commitments by the id of the text that each covers. */
const commits = z.record(z.uuid(), z.string().regex(/^[0-9a-f]{64}$/))

const neighbourEvents = {
  'announcement.published': z.strictObject({
    areaId: id,
    unitId: id.nullable(),
    pinned: z.boolean(),
    shownUntil: z.iso.date().nullable(),
    commits,
  }),
  'announcement.withdrawn': z.strictObject({ commits }),
  'question.asked': z.strictObject({ areaId: id, commits }),
  /** `public`: staff confirmed words of it for everybody. */
  'question.answered': z.strictObject({ unitId: id.nullable(), public: z.boolean(), commits }),
  'question.declined': z.strictObject({ unitId: id.nullable(), because: DeclineReason, commits }),
  'question.answer_withdrawn': z.strictObject({ commits }),
  /** By whoever asked: these texts were erased, and who asked. */
  'question.taken_back': z.strictObject({ texts: z.array(id) }),
  /** A community lies elsewhere now: other posts look after what it told and was asked. Its subject is the community. */
  'community.reach_moved': z.strictObject({ reach: z.array(id) }),
}

/** Lines go on the community's chain; those of one announcement or question are numbered by `seq`. */
export const neighbourLine = lineWriter(neighbourEvents)
