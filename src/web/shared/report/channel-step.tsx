import { useEffect, useRef } from 'react'
import { type ChannelDoor, lawfulChannels } from '../../../matters/doors.contract.ts'
import { Button } from '../../kit/button.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useWords } from '../../preferences.tsx'
import { useNameOf } from '../names.ts'
import { ChannelWay } from './door-ways.tsx'

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
  const { channel } = useWords().report
  const nameOf = useNameOf()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { doors, ...name } = lawfulChannels[door.channel]
  return (
    <div className="doors">
      <h1 ref={heading} tabIndex={-1}>
        {channel.title(nameOf(name))}
      </h1>
      <p>{channel.lead}</p>
      {doors.map((way) => (
        <ChannelWay key={way.reach} way={way} />
      ))}
      <p>{channel.guarded}</p>
      <FormError error={error} />
      <Button wide look="quiet" busy={busy} onClick={onSend}>
        {channel.sendHere}
      </Button>
      <Button wide look="quiet" onClick={onBack}>
        {channel.back}
      </Button>
    </div>
  )
}
