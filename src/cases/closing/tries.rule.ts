import type { Allowance } from '../../matters/contract.ts'

/** How often a reporter is tried who is not reached. Source: own; more would press people. */
export const mostTries = 3

/** When it is tried again: five working hours later is another half of a day. Source: own. */
export const nextTryAfter: Allowance = { amount: 5, unit: 'working_hour' }
