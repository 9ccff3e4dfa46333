import '../today/today.css'
import './outbox.css'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Button, buttonClass } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { useWords } from '../../preferences.tsx'
import { canKeep } from './locker.ts'
import { lookAgain, sendAll, useStanding } from './outbox.ts'
import { PieceCard } from './piece-card.tsx'
import { useOutboxWords } from './use-outbox-words.ts'

/** All that waits to be sent, in its order, and what must be settled first. */
export function Waiting() {
  const said = useOutboxWords()
  useTitle(said.title)
  const { faces } = useWords()
  const { pieces, sending } = useStanding()
  useEffect(() => {
    void lookAgain()
  }, [])
  if (pieces.length === 0) {
    const keeps = canKeep()
    return (
      <Empty
        wholePage
        what={keeps ? said.none : said.noKeeping}
        next={keeps ? said.noneNext : said.noKeepingNext}
      >
        <Link to="/" className={buttonClass({ look: 'quiet' })}>
          {faces.field.tabs.today}
        </Link>
      </Empty>
    )
  }
  return (
    <>
      <h1>{said.title}</h1>
      <p className="lead">{said.how}</p>
      {pieces.some(({ state }) => state === 'waiting') && (
        <p className="outbox__now">
          <Button wide busy={sending} onClick={() => void sendAll()}>
            {said.sendNow}
          </Button>
        </p>
      )}
      {pieces.map((piece) => (
        <PieceCard key={piece.n} piece={piece} pieces={pieces} sending={sending} />
      ))}
    </>
  )
}
