import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ChangeOwnChannel, OwnChannel, RobotDone } from '../../../notices/delivery/contract.ts'
import type { OwnSession } from '../../../people/sign-in/security.contract.ts'
import { call } from '../../api/call.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'
import { sayMoment } from '../../words/time.ts'
import { useAccountWords } from '../account/use-account-words.ts'
import { ConfirmAddress } from './address-form.tsx'
import { channelHere, stopPushHere } from './push-here.ts'
import { useMessageWords } from './use-message-words.ts'

interface RowProps {
  readonly channel: OwnChannel
  onChanged(): void
}

const addressOf = (id: string, act: string): string => `/api/my/channels/${id}/${act}`

/** A device or an address that is told: how it fares, when it is left in peace, and that it may be taken off. */
export function ChannelRow({ channel, onChanged }: RowProps) {
  const said = useMessageWords()
  const { sessions } = useAccountWords()
  const say = useSay()
  const [changing, setChanging] = useState(false)
  const { id, device, shown, confirmed } = channel
  const isHere = id === channelHere()
  const remove = useMutation({
    mutationFn: async () => {
      if (isHere) await stopPushHere()
      await call<RobotDone>('POST', addressOf(id, 'remove'), {})
    },
    onSuccess: () => {
      say(said.removed)
      onChanged()
    },
  })
  const what =
    device === null
      ? shown
      : sessions.device(device.system as OwnSession['system'], device.browser as OwnSession['browser'])
  return (
    <li className="device">
      <div className="device__said">
        <span className="row__title">{what}</span>
        {isHere && <small>{sessions.isThis}</small>}
        <HowItFares channel={channel} />
        <FormError error={remove.error} />
      </div>
      <div className="device__acts">
        {confirmed && !changing && (
          <Button look="quiet" aria-label={said.change.openOf(what)} onClick={() => setChanging(true)}>
            {said.change.open}
          </Button>
        )}
        <Button
          look="quiet"
          busy={remove.isPending}
          aria-label={said.removeOf(what)}
          onClick={() => remove.mutate()}
        >
          {said.remove}
        </Button>
      </div>
      {!confirmed && <ConfirmAddress id={id} onChanged={onChanged} />}
      {changing && <ChangeForm channel={channel} onChanged={onChanged} onClose={() => setChanging(false)} />}
    </li>
  )
}

function HowItFares({ channel }: { channel: OwnChannel }) {
  const words = useWords()
  const said = useMessageWords()
  const { confirmed, quiet, language, lastSentAt, problem } = channel
  if (!confirmed) return <small>{said.unconfirmed}</small>
  return (
    <>
      <small>
        {words.common.facts(
          quiet.from === quiet.until ? said.neverQuiet : said.quiet(quiet.from, quiet.until),
          said.spoken[language],
        )}
      </small>
      <small>
        {words.common.facts(
          lastSentAt === null ? said.neverSent : said.lastSent(sayMoment(words, lastSentAt, nowMs())),
          problem !== null && said.problem,
        )}
      </small>
    </>
  )
}

/** When one's own channel is quiet, and what it speaks. */
function ChangeForm({ channel, onChanged, onClose }: RowProps & { onClose(): void }) {
  const { change: said } = useMessageWords()
  const { actions } = useWords().common
  const say = useSay()
  const [wanted, setWanted] = useState<ChangeOwnChannel>({
    quiet: channel.quiet,
    language: channel.language,
  })
  const { quiet, language } = wanted
  const change = useMutation({
    mutationFn: () => call<RobotDone>('POST', addressOf(channel.id, 'change'), wanted),
    onSuccess: () => {
      say(said.done)
      onClose()
      onChanged()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (quiet.from !== '' && quiet.until !== '' && !change.isPending) change.mutate()
  }
  const setTime = (time: Partial<OwnChannel['quiet']>) =>
    setWanted({ ...wanted, quiet: { ...quiet, ...time } })
  return (
    <form className="device__form" onSubmit={submit}>
      <TextField
        label={said.from}
        hint={said.hint}
        type="time"
        required
        value={quiet.from}
        onChange={(event) => setTime({ from: event.target.value })}
      />
      <TextField
        label={said.until}
        type="time"
        required
        value={quiet.until}
        onChange={(event) => setTime({ until: event.target.value })}
      />
      <SelectField
        label={said.language}
        value={language}
        onChoose={(chosen) => setWanted({ ...wanted, language: chosen as OwnChannel['language'] })}
      >
        <option value="zh">{said.languages.zh}</option>
        <option value="en">{said.languages.en}</option>
      </SelectField>
      <FormError error={change.error} />
      <div className="form-acts">
        <Button type="submit" wide busy={change.isPending}>
          {said.send}
        </Button>
        <Button look="quiet" wide onClick={onClose}>
          {actions.cancel}
        </Button>
      </div>
    </form>
  )
}
