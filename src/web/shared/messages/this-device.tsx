import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { OwnChannel } from '../../../notices/delivery/contract.ts'
import { Button } from '../../kit/button.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useSay } from '../../kit/status.tsx'
import { usePreferences } from '../../preferences.tsx'
import { type Face, type Here, pushHere, startPush } from './push-device.ts'
import { useMessageWords } from './use-message-words.ts'

interface DeviceProps {
  readonly face: Face
  readonly own: readonly OwnChannel[]
  readonly serverKey: string
  onChanged(): void
}

/** Lets this device be told, or says why it cannot be; nothing where it is: then it stands among the channels. */
export function ThisDevice({ face, own, serverKey, onChanged }: DeviceProps) {
  const { device: said } = useMessageWords()
  const { language } = usePreferences()
  const say = useSay()
  const [here, setHere] = useState<Here | 'no_service' | null>(null)
  useEffect(() => {
    let isShown = true
    void pushHere(face, own).then((found) => {
      if (isShown) setHere(found)
    })
    return () => {
      isShown = false
    }
  }, [face, own])
  const start = useMutation({
    mutationFn: () => startPush(face, serverKey, language),
    onSuccess: async (became) => {
      if (became === 'on') say(said.started)
      setHere(became === 'not_let' ? await pushHere(face, own) : became)
      onChanged()
    },
  })
  if (here === null || here === 'on') return null
  if (here !== 'off') return <p role={here === 'no_service' ? 'alert' : undefined}>{said.not[here]}</p>
  return (
    <>
      {start.data === 'not_let' && <p role="alert">{said.notLet}</p>}
      <FormError error={start.error} />
      <Button look="quiet" wide busy={start.isPending} onClick={() => start.mutate()}>
        {said.start}
      </Button>
    </>
  )
}
