import { Refusal } from '../../../kernel/refusal.ts'

/** A value of CBOR as authenticators write it. */
export type Cbor = number | string | boolean | null | Buffer | readonly Cbor[] | CborMap
export type CborMap = ReadonlyMap<Cbor, Cbor>

const deepest = 6
/** Bytes of the number that follows a head whose low bits say so. Nothing that a device sends needs eight. */
const numberBytes: Readonly<Record<number, 1 | 2 | 4>> = { 24: 1, 25: 2, 26: 4 }
const simple: Readonly<Record<number, boolean | null>> = { 20: false, 21: true, 22: null }

/**
 * Reads one value and says where it ends. Of RFC 8949 it knows what CTAP2 lets authenticators write: definite lengths, no
 * tags, no floats. Refuses `passkey_wrong` everything else, a value that is cut off, and a key that stands twice.
 */
export function readCbor(bytes: Buffer, at = 0, depth = 0): { readonly value: Cbor; readonly end: number } {
  if (depth > deepest) throw new Refusal('passkey_wrong')
  const { major, number, end } = readHead(bytes, at)
  switch (major) {
    case 0:
      return { value: number, end }
    case 1:
      return { value: -1 - number, end }
    case 2:
      return { value: partOf(bytes, end, number), end: end + number }
    case 3:
      return { value: partOf(bytes, end, number).toString('utf8'), end: end + number }
    case 4:
      return readList(bytes, end, number, depth)
    case 5:
      return readMap(bytes, end, number, depth)
    default: {
      const value = major === 7 ? simple[number] : undefined
      if (value === undefined) throw new Refusal('passkey_wrong')
      return { value, end }
    }
  }
}

function readHead(bytes: Buffer, at: number): { major: number; number: number; end: number } {
  const head = bytes[at]
  if (head === undefined) throw new Refusal('passkey_wrong')
  const [major, low] = [head >> 5, head & 31]
  if (low < 24) return { major, number: low, end: at + 1 }
  const length = numberBytes[low]
  // What follows a simple value is a float, or nothing that is known here.
  if (length === undefined || major === 7) throw new Refusal('passkey_wrong')
  const number = partOf(bytes, at + 1, length).readUIntBE(0, length)
  return { major, number, end: at + 1 + length }
}

function partOf(bytes: Buffer, from: number, length: number): Buffer {
  if (from + length > bytes.length) throw new Refusal('passkey_wrong')
  return bytes.subarray(from, from + length)
}

function readList(bytes: Buffer, from: number, length: number, depth: number) {
  const value: Cbor[] = []
  let end = from
  for (let index = 0; index < length; index++) {
    const item = readCbor(bytes, end, depth + 1)
    value.push(item.value)
    end = item.end
  }
  return { value, end }
}

function readMap(bytes: Buffer, from: number, length: number, depth: number) {
  const value = new Map<Cbor, Cbor>()
  let end = from
  for (let index = 0; index < length; index++) {
    const key = readCbor(bytes, end, depth + 1)
    const item = readCbor(bytes, key.end, depth + 1)
    if (value.has(key.value)) throw new Refusal('passkey_wrong')
    value.set(key.value, item.value)
    end = item.end
  }
  return { value, end }
}
