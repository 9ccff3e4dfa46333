import { z } from 'zod'
import { lineWriter } from '../../platform/events.ts'
import { RobotKind } from './contract.ts'

const id = z.uuid()
const minutes = z.int().min(0).max(1439)

/** Where messages may leave the house, and since when. Names, addresses and secrets stand in no line. */
const robotEvents = {
  'robot.added': z.strictObject({ kind: RobotKind, areaId: id, unitId: id.nullable() }),
  'robot.changed': z.strictObject({
    paused: z.boolean(),
    language: z.enum(['zh', 'en']),
    quietFrom: minutes,
    quietUntil: minutes,
  }),
  'robot.removed': z.strictObject({}),
}

/** Lines go on the chain of the robot's area. */
export const robotLine = lineWriter(robotEvents)
