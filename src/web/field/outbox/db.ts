import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Locker, Sealed } from './locker.ts'
import type { Piece } from './piece.ts'

/** A piece as it lies on the phone: what must be known without the key stands beside what needs it. */
export interface StoredPiece {
  readonly n?: number
  readonly account: string
  readonly caseId: string | null
  readonly act: Piece['act']
  readonly doneAt: string
  readonly state: Piece['state']
  readonly tries: number
  readonly late: boolean
  /** Written before it goes out. A page of before kept none: what is not late may have gone out then. */
  readonly wentOut?: boolean
  readonly sealed: Sealed
  readonly photos: readonly {
    readonly part: 'found' | 'act'
    readonly fileId: string | null
    readonly sealed: Sealed
  }[]
}

/** An answer of the server, with the moment of its reading. */
export interface StoredAnswer {
  readonly account: string
  readonly path: string
  readonly kind: string
  readonly savedAtMs: number
  readonly sealed: Sealed
}

interface Shape extends DBSchema {
  keys: { key: string; value: Locker }
  pieces: { key: number; value: StoredPiece; indexes: { account: string } }
  answers: { key: [string, string]; value: StoredAnswer }
}

let opening: Promise<IDBPDatabase<Shape>> | undefined

/** The browser's own database of this face; beside it `linli` keeps photographs of drafts (shared/kept-photos.ts). */
export function openDb(): Promise<IDBPDatabase<Shape>> {
  opening ??= openDB<Shape>('linli-field', 1, {
    upgrade(db) {
      db.createObjectStore('keys', { keyPath: 'account' })
      db.createObjectStore('pieces', { keyPath: 'n', autoIncrement: true }).createIndex('account', 'account')
      db.createObjectStore('answers', { keyPath: ['account', 'path'] })
    },
    // A newer page wants to change the stores: this one lets go, and opens again when it needs to.
    blocking: (_have, _wants, event) => (event.target as IDBDatabase).close(),
    terminated: () => {
      opening = undefined
    },
  })
  return opening
}
