import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { type Door, lawfulChannels } from '../../../matters/doors.contract.ts'
import { Button, buttonClass } from '../../kit/button.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useNameOf } from '../../shared/names.ts'
import { ChannelWay, EmergencyCall } from '../../shared/report/door-ways.tsx'
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
        ? door.lines.map((line) => <EmergencyCall key={line} line={line} />)
        : lawfulChannels[door.channel].doors.map((way) => <ChannelWay key={way.reach} way={way} />)}
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
