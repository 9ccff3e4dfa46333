import './doors.css'
import { useEffect, useRef } from 'react'
import { type ChannelDoor, type LawfulDoor, lawfulChannels } from '../../../matters/doors.contract.ts'
import { Button } from '../../kit/button.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useWords } from '../../preferences.tsx'
import { useNameOf } from '../names.ts'

/** The lawful channel for what a desk must not handle; whoever still wants to may send it here, guarded. */
export function ChannelStep({
  door,
  busy,
  error,
  onSend,
  onBack,
}: {
  door: ChannelDoor
  busy: boolean
  error: unknown
  onSend(): void
  onBack(): void
}) {
  const { channel, emergency } = useWords().report
  const nameOf = useNameOf()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { doors, ...name } = lawfulChannels[door.channel]
  const say = (way: LawfulDoor): string =>
    isNumber(way)
      ? emergency.call(`${way.reach} ${nameOf(way)}`)
      : channel.visit(`${way.reach} ${nameOf(way)}`)
  return (
    <div className="doors">
      <h1 ref={heading} tabIndex={-1}>
        {channel.title(nameOf(name))}
      </h1>
      <p>{channel.lead}</p>
      {doors.map((way) => (
        <a
          key={way.reach}
          className="doors__call doors__call--calm"
          href={isNumber(way) ? `tel:${way.reach}` : `https://${way.reach}`}
          {...(isNumber(way) ? {} : { target: '_blank', rel: 'noreferrer' })}
          aria-label={say(way)}
        >
          <span className={isNumber(way) ? 'doors__number' : 'doors__number doors__number--address'}>
            {way.reach}
          </span>
          {nameOf(way)}
        </a>
      ))}
      <p>{channel.guarded}</p>
      <FormError error={error} />
      <Button wide busy={busy} onClick={onSend}>
        {channel.sendHere}
      </Button>
      <Button wide look="quiet" onClick={onBack}>
        {channel.back}
      </Button>
    </div>
  )
}

const isNumber = ({ reach }: LawfulDoor): boolean => /^\d+$/.test(reach)
