import './clock-bar.css'
import { useId } from 'react'
import type { ClockAccount } from '../../cases/contract.ts'
import { useWords } from '../preferences.tsx'
import { accountPhrases, lightWords, type Piece, piecesOf } from './clock-account.ts'
import { Light } from './light.tsx'

export interface ClockBarProps {
  readonly account: ClockAccount
}

interface WithNote extends ClockBarProps {
  /** For readers who do not know that nights and weekends are not counted. */
  readonly saysMeasure?: boolean
}

/** Drawn in percent of the bar's width, so that a sliver stays visible: no piece is thinner than this. */
const THINNEST = 1.2

function widths(pieces: readonly Piece[]): readonly number[] {
  const raised = pieces.map(({ share }) => Math.max(share * 100, THINNEST))
  const whole = raised.reduce((sum, width) => sum + width, 0)
  return raised.map((width) => (width * 100) / whole)
}

/**
 * The clock bar (时间账条): one case's time laid out, drawn from the clock's account and from nothing else, with the
 * account in words beneath. An SVG, so that it prints and needs no inline style.
 */
export function ClockBar({ account, saysMeasure = false }: WithNote) {
  const words = useWords()
  const hatch = useId()
  const pieces = piecesOf(account)
  const wide = widths(pieces)
  // Over before a counted minute had passed: there is nothing to draw, and the light beside it says so.
  if (pieces.length === 0 && account.stoppedAt !== null) return null
  const { clockBar, clocks } = words.cases
  const said = accountPhrases(words, account)
  const phrases =
    saysMeasure && account.measure === 'working'
      ? [...said, { kind: 'note' as const, words: clockBar.workingOnly }]
      : said
  const spoken = words.common.facts(...phrases.map((phrase) => phrase.words))
  let from = 0
  return (
    <div className="clock-bar">
      <svg className="clock-bar__bar" role="img" aria-label={clockBar.label(clocks[account.clock], spoken)}>
        <defs>
          <pattern
            id={hatch}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className="clock-bar__hatch-ground" width="8" height="8" />
            <path className="clock-bar__hatch-line" d="M2 0V8" />
          </pattern>
        </defs>
        {pieces.map((piece, index) => {
          const x = from
          const width = wide[index] ?? 0
          from += width
          const fill = piece.kind === 'paused' ? { fill: `url(#${hatch})` } : {}
          return (
            <rect
              key={`${piece.kind} ${piece.fromAt}`}
              className={`clock-bar__${piece.kind}`}
              x={`${x}%`}
              width={`${width}%`}
              height="100%"
              {...fill}
            />
          )
        })}
      </svg>
      <p className="clock-bar__line">
        {phrases.map((phrase, index) => (
          <span key={phrase.words}>
            {index > 0 && words.common.between}
            {phrase.kind === 'over' ? <strong>{phrase.words}</strong> : phrase.words}
          </span>
        ))}
      </p>
    </div>
  )
}

/** The light of a clock in staff's words: remaining or exceeded working time. */
export function ClockLight({ account }: ClockBarProps) {
  const words = useWords()
  return <Light light={account.light}>{lightWords(words, account)}</Light>
}
