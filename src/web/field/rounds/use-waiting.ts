import { useEffect, useState } from 'react'
import type { Piece } from '../outbox/piece.ts'

/** What waits on this phone, once the outbox is there: it comes behind the page. */
export function useWaiting(): readonly Piece[] {
  const [pieces, setPieces] = useState<readonly Piece[]>([])
  useEffect(() => {
    let end: (() => void) | undefined
    let isHere = true
    void import('../outbox/outbox.ts').then(({ onStanding }) => {
      if (isHere) end = onStanding((now) => setPieces(now.pieces))
    })
    return () => {
      isHere = false
      end?.()
    }
  }, [])
  return pieces
}
