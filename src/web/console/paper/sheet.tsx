import type { ReactNode } from 'react'
import type { CaseStory } from '../../../cases/story.contract.ts'
import { nowMs } from '../../clock.ts'
import { useNameOf } from '../../shared/names.ts'
import { QrPicture } from '../../shared/qr-picture.tsx'
import { localDay, momentFacts } from '../../words/time.ts'
import { useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

/** One A4 page: the district's name, what it is, its number, the day, and the way back to the case. */
export function Sheet({
  story,
  heading,
  qr,
  qrWords,
  children,
}: {
  story: CaseStory
  heading: string
  /** Path behind the QR code, below this site's address. */
  qr: string
  qrWords: string
  children: ReactNode
}) {
  const { paper: said } = useWords()
  const nameOf = useNameOf()
  const { district } = useSignedIn()
  const today = momentFacts(`${localDay(nowMs())}T12:00:00+08:00`, nowMs())
  return (
    // Paper is white, on a dark screen too: it is looked at as it will be printed.
    <article className="sheet" data-theme="light" aria-label={heading}>
      <header className="sheet__head">
        <div>
          <p className="sheet__district">{nameOf(district)}</p>
          <h1>{heading}</h1>
          <p>
            <span className="sheet__number">{said.number(story.number)}</span>
            {said.printed(said.day(today))}
          </p>
        </div>
        <figure className="sheet__qr">
          <QrPicture text={`${window.location.origin}${qr}`} alt={qrWords} />
          <figcaption>{qrWords}</figcaption>
        </figure>
      </header>
      {children}
    </article>
  )
}

/** Lines to be written on by hand. */
export function Signatures({ lines }: { lines: readonly string[] }) {
  const { signatures } = useWords().paper
  return (
    <div className="sheet__signatures">
      {lines.map((line) => (
        <p key={line}>
          <span>{line}</span>
          <span className="sheet__date">{signatures.date}</span>
        </p>
      ))}
    </div>
  )
}
