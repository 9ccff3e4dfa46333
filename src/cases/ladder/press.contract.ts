import { z } from 'zod'
import { ClockAccount } from '../contract.ts'
import { CaseClock, Rung, StepKind } from './ladder.contract.ts'

const Act = z.strictObject({ requestId: z.uuid() })
const Words = z.string().trim().min(2).max(1000)
const UnitName = z.object({ id: z.uuid(), zh: z.string(), en: z.string() })

/** Who gave an instruction: the street's desk, or the district's centre. */
export const Giver = z.enum(['street', 'district'])
export type Giver = z.infer<typeof Giver>

/** 已阅: whoever was told of a step of the ladder has seen it. */
export const AcknowledgeLadder = Act
export type AcknowledgeLadder = z.infer<typeof AcknowledgeLadder>

/** 督办件: what a unit of the case is to do, and in how many working or clock hours it is to answer. */
export const GiveInstruction = Act.extend({
  unitId: z.uuid(),
  words: Words,
  amount: z.number().int().min(1).max(240),
  countedIn: z.enum(['working_hour', 'clock_hour']),
})
export type GiveInstruction = z.infer<typeof GiveInstruction>
export const AnswerInstruction = Act.extend({ instructionId: z.uuid(), words: Words })
export type AnswerInstruction = z.infer<typeof AnswerInstruction>
export const WithdrawInstruction = Act.extend({ instructionId: z.uuid() })
export type WithdrawInstruction = z.infer<typeof WithdrawInstruction>

export const Instruction = z.object({
  id: z.uuid(),
  unit: UnitName,
  giver: Giver,
  /** Null once erased. */
  words: z.string().nullable(),
  answer: z.string().nullable(),
  /** Its own clock and light; stopped when it was answered or withdrawn. */
  account: ClockAccount,
  withdrawn: z.boolean(),
  /** It ended with the unit's part, or with the case. */
  lapsed: z.boolean(),
  /** What this reader may do about it now. */
  can: z.array(z.enum(['answer', 'withdraw'])),
})
export type Instruction = z.infer<typeof Instruction>

/** What the ladder of a case will say next, who may say "seen", and the instructions, newest first. */
export const LadderView = z.object({
  next: z.array(
    z.object({
      clock: CaseClock,
      unit: UnitName.nullable(),
      kind: StepKind,
      audience: Rung,
      /** Null while the clock stands still without an end. */
      at: z.iso.datetime().nullable(),
    }),
  ),
  canAcknowledge: z.boolean(),
  instructions: z.array(Instruction),
  /** Units of the case that this reader may instruct now. */
  mayInstruct: z.array(UnitName),
})
export type LadderView = z.infer<typeof LadderView>

/** Open instructions of the reader's units, those that are due first standing first: they stand above their queue. */
export const OpenInstructions = z.object({
  rows: z.array(
    Instruction.pick({ id: true, unit: true, giver: true, words: true, account: true }).extend({
      caseId: z.uuid(),
      caseNumber: z.string(),
    }),
  ),
  /** There are more than are shown. */
  more: z.boolean(),
})
export type OpenInstructions = z.infer<typeof OpenInstructions>
