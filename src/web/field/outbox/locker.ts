import type { PhoneKey } from '../../../people/phone-key.contract.ts'
import { call } from '../../api/call.ts'
import { openDb } from './db.ts'

/** Bytes that only the key of one account opens. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly bytes: ArrayBuffer
}

/** Whose work this phone keeps, with the key to it. The key cannot be read out, not even by this page. */
export interface Locker {
  readonly account: string
  readonly key: CryptoKey
}

/** Whether this browser can keep anything safely: by https or on this machine, outside an old private window. */
export const canKeep = (): boolean =>
  typeof indexedDB !== 'undefined' && typeof crypto !== 'undefined' && crypto.subtle !== undefined

/**
 * The locker that stands open on this phone, or null: nobody is signed in, as far as the phone knows. One that is just
 * being opened is waited for: the day may be read before its key has come.
 */
export async function openLocker(): Promise<Locker | null> {
  await opening?.work.catch(() => null)
  return standing()
}

async function standing(): Promise<Locker | null> {
  if (!canKeep()) return null
  const db = await openDb()
  const [first] = await db.getAll('keys')
  return first ?? null
}

/** Opens the locker of who has signed in: asks the server for its key where the phone has none yet. */
export function openLockerOf(account: string): Promise<Locker | null> {
  if (opening?.account !== account) {
    const work = open(account).finally(() => {
      opening = undefined
    })
    opening = { account, work }
  }
  return opening.work
}

let opening: { readonly account: string; readonly work: Promise<Locker | null> } | undefined

async function open(account: string): Promise<Locker | null> {
  const before = await standing()
  if (before?.account === account || !canKeep()) return before
  const { key } = await call<PhoneKey>('GET', '/api/me/phone-key')
  const raw = Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0))
  const locker = {
    account,
    key: await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']),
  }
  await forgetOthers(account)
  await (await openDb()).put('keys', locker)
  return locker
}

/**
 * Forgets every key but this account's (null: all), and what was read with them. Work that waits stays, as bytes that
 * nobody can read until its account comes back.
 */
export async function forgetOthers(account: string | null): Promise<void> {
  if (!canKeep()) return
  const change = (await openDb()).transaction(['keys', 'answers'], 'readwrite')
  const keys = change.objectStore('keys')
  for (const other of await keys.getAllKeys()) if (other !== account) void keys.delete(other)
  const answers = change.objectStore('answers')
  for (const key of await answers.getAllKeys()) if (key[0] !== account) void answers.delete(key)
  await change.done
}

export const sealBytes = async ({ key }: Locker, bytes: BufferSource): Promise<Sealed> => {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes) }
}

export const openBytes = ({ key }: Locker, { iv, bytes }: Sealed): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes)

export const sealJson = (locker: Locker, value: unknown): Promise<Sealed> =>
  sealBytes(locker, new TextEncoder().encode(JSON.stringify(value)))

export async function openJson<Value>(locker: Locker, sealed: Sealed): Promise<Value> {
  return JSON.parse(new TextDecoder().decode(await openBytes(locker, sealed))) as Value
}
