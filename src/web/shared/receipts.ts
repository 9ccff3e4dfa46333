import { useMemo } from 'react'
import type { Receipt } from '../../cases/contract.ts'
import { keepJson, keptJson, useKeptText } from './use-kept.ts'

/** A receipt as this phone keeps it: no words of the report, because phones are lent. */
export interface KeptReceipt {
  readonly number: string
  readonly code: string
  readonly acceptedAt: string
  readonly responseDueAt: string
}

const key = 'linli.receipts'
/** Older ones are still found by their code. */
const MOST = 50

/** Receipts on this phone, the latest first. */
export const keptReceipts = (): readonly KeptReceipt[] => {
  const list = keptJson<KeptReceipt[]>(key)
  return Array.isArray(list) ? list : []
}

export function useReceipts(): readonly KeptReceipt[] {
  const text = useKeptText(key)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what the list is read from.
  return useMemo(keptReceipts, [text])
}

export function keepReceipt(receipt: KeptReceipt): void {
  const others = keptReceipts().filter(({ number }) => number !== receipt.number)
  keepJson(key, [receipt, ...others].slice(0, MOST))
}

export const forgetReceipt = (number: string): void =>
  keepJson(
    key,
    keptReceipts().filter((receipt) => receipt.number !== number),
  )

export const receiptToKeep = ({ number, receiptCode, acceptedAt, responseDueAt }: Receipt): KeptReceipt => ({
  number,
  code: receiptCode,
  acceptedAt,
  responseDueAt,
})

/** A typed code in one form: capitals in groups of four. Look-alike letters are the server's to forgive. */
export function tidyCode(typed: string): string {
  const bare = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return bare.replace(/(.{4})(?=.)/g, '$1-')
}
