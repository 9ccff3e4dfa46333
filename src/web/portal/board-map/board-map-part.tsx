import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { useWords } from '../../preferences.tsx'
import { LazyBoardMap } from './lazy-board-map.tsx'

/** The way from the list of the board to its map, and back; a community chosen on the map narrows the list. */
export function BoardMapPart({ matter, onCommunity }: { matter: string; onCommunity(id: string): void }) {
  const { board } = useWords().portal
  const [open, setOpen] = useState(false)
  return (
    <>
      <p className="board-map__way">
        <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? board.closeMap : board.openMap}
        </Button>
      </p>
      {open && (
        <LazyBoardMap
          matter={matter}
          onCommunity={(id) => {
            setOpen(false)
            onCommunity(id)
          }}
        />
      )}
    </>
  )
}
