import '../../shared/report/doors.css'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import {
  type Door,
  type EmergencyLine,
  emergencyLines,
  type LawfulDoor,
  lawfulChannels,
} from '../../../matters/doors.contract.ts'
import { Button, buttonClass } from '../../kit/button.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useWords } from '../../preferences.tsx'
import { useNameOf } from '../../shared/names.ts'
import { useCommunityWords } from './use-community-words.ts'

/** The door that words of a question point to, before they are asked: an emergency's numbers, or the lawful channel. */
export function AskDoor({
  door,
  busy,
  error,
  onAnyway,
  onBack,
}: {
  door: Door
  busy: boolean
  error: unknown
  onAnyway(): void
  onBack(): void
}) {
  const { door: said } = useCommunityWords()
  const nameOf = useNameOf()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const lawful = door.kind === 'channel' ? door.channel : null
  return (
    <section className="card doors" aria-labelledby="ask-door">
      <h2 id="ask-door" ref={heading} tabIndex={-1}>
        {lawful === null ? said.emergencyTitle : said.channelTitle(nameOf(lawfulChannels[lawful]))}
      </h2>
      <p>{lawful === null ? said.emergencyLead : said.channelLead}</p>
      {door.kind === 'emergency'
        ? door.lines.map((line) => <Line key={line} line={line} />)
        : lawfulChannels[door.channel].doors.map((way) => <Way key={way.reach} way={way} />)}
      {lawful !== null && (
        <Link className={buttonClass({ wide: true })} to="/report">
          {said.report}
        </Link>
      )}
      <FormError error={error} />
      <Button wide look="quiet" busy={busy} onClick={onAnyway}>
        {said.anyway}
      </Button>
      <Button wide look="quiet" onClick={onBack}>
        {said.back}
      </Button>
    </section>
  )
}

/** A newer server may know more lines than this page: then the police. */
function Line({ line }: { line: EmergencyLine }) {
  const { emergency } = useWords().report
  const nameOf = useNameOf()
  const { number, ...name } = emergencyLines[line] ?? emergencyLines['110']
  if (number === null) return <p className="doors__call">{emergency.gas}</p>
  return <Call href={`tel:${number}`} reach={number} name={nameOf(name)} said={emergency.call} />
}

function Way({ way }: { way: LawfulDoor }) {
  const { channel, emergency } = useWords().report
  const nameOf = useNameOf()
  const isNumber = /^\d+$/.test(way.reach)
  const href = isNumber ? `tel:${way.reach}` : `https://${way.reach}`
  return (
    <Call
      href={href}
      reach={way.reach}
      name={nameOf(way)}
      said={isNumber ? emergency.call : channel.visit}
      calm
    />
  )
}

function Call({
  href,
  reach,
  name,
  said,
  calm = false,
}: {
  href: string
  reach: string
  name: string
  said(way: string): string
  calm?: boolean
}) {
  const isNumber = href.startsWith('tel:')
  return (
    <a
      className={calm ? 'doors__call doors__call--calm' : 'doors__call'}
      href={href}
      aria-label={said(`${reach} ${name}`)}
      {...(isNumber ? {} : { target: '_blank', rel: 'noreferrer' })}
    >
      <span className={isNumber ? 'doors__number' : 'doors__number doors__number--address'}>{reach}</span>
      {name}
    </a>
  )
}
