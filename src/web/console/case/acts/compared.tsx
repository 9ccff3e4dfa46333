import type { Duplicate } from '../../../../cases/screening.contract.ts'
import type { CaseStory } from '../../../../cases/story.contract.ts'
import { nowMs } from '../../../clock.ts'
import { nameIn, placeIn } from '../../../shared/names.ts'
import { photoAddress } from '../../../shared/upload-photo.ts'
import { sayMoment } from '../../../words/time.ts'
import { useReading } from '../../words.ts'
import { cut } from './pieces.ts'

type One = Pick<Duplicate, 'number' | 'words' | 'place' | 'acceptedAt' | 'stage' | 'unit' | 'photos'>

/** One of two reports: what was said, with what both have marked, where, when, and what it looked like. */
export function Compared({ heading, one, shared }: { heading: string; one: One; shared: readonly string[] }) {
  const { words, language } = useReading()
  const { compare: said } = words.consoleDesk
  let at = 0
  const pieces = cut(one.words ?? said.noWords, shared).map((piece) => {
    const from = at
    at += piece.text.length
    return { ...piece, from }
  })
  const facts = words.common.facts(
    words.cases.stages[one.stage],
    sayMoment(words, one.acceptedAt, nowMs()),
    one.unit !== null && nameIn(language, one.unit),
  )
  return (
    <section className="compare__one" aria-label={heading}>
      <h5>
        {heading} <small>{one.number}</small>
      </h5>
      <p className="compare__words">
        {pieces.map(({ text, shared: both, from }) => (both ? <mark key={from}>{text}</mark> : text))}
      </p>
      <p>{placeIn(language, one.place)}</p>
      <p className="compare__facts">{facts}</p>
      {one.photos.length === 0 ? (
        <p className="compare__facts">{said.noPhotos}</p>
      ) : (
        <ul className="compare__photos">
          {one.photos.map((fileId, index) => (
            <li key={fileId}>
              <a href={photoAddress(fileId, 'full')} target="_blank" rel="noreferrer">
                <img src={photoAddress(fileId, 'small')} alt={said.photo(index + 1)} loading="lazy" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Why it is thought to be the same: words, distance, time. */
export function Why({ story, candidate }: { story: CaseStory; candidate: Duplicate }) {
  const { words } = useReading()
  const { compare: said } = words.consoleDesk
  const reasons = words.common.facts(
    said.alike(candidate.alikePercent),
    story.place.areaId === candidate.place.areaId && said.samePlace,
    candidate.metres !== null && said.metres(candidate.metres),
    said.apart(candidate.hoursApart),
  )
  return (
    <p className="compare__why">
      <span className="unseen">{said.why} </span>
      {reasons}
    </p>
  )
}
