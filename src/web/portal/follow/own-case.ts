import type { FollowedCase } from '../../../cases/story.contract.ts'
import { useRead } from '../../api/use-read.ts'

/** The way to an own case: by a receipt code of this phone, or by id from the signed-in account. */
export type OwnWay = { readonly receipt: string } | { readonly caseId: string }

export const receiptOf = (way: OwnWay): string | undefined => ('receipt' in way ? way.receipt : undefined)

const pathOf = (way: OwnWay): string => ('receipt' in way ? '/api/follow' : `/api/my/cases/${way.caseId}`)

/** The address of an act of the reporter. */
export const actPath = (way: OwnWay, act: 'add' | 'withdraw' | 'rate'): string => `${pathOf(way)}/${act}`

export const useOwnCase = (way: OwnWay) => useRead<FollowedCase>(pathOf(way), { receipt: receiptOf(way) })
