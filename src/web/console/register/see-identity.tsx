import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { LookPurpose, SeenIdentity } from '../../../people/register/contract.ts'
import { sendAct } from '../../api/use-read.ts'
import { Choices } from '../../kit/choice.tsx'
import { TextField } from '../../kit/field.tsx'
import { useSaid } from '../../shared/register/use-said.ts'
import { ActDialog } from '../act-dialog.tsx'

const purposes: readonly LookPurpose[] = ['service', 'check', 'emergency', 'correction', 'law']

/** Asks what a number is looked at for, and shows it to the page that asked; it is kept nowhere else. */
export function SeeIdentity({
  personId,
  onSeen,
  onClose,
}: {
  personId: string
  onSeen(number: string): void
  onClose(): void
}) {
  const { desk } = useSaid()
  const [purpose, setPurpose] = useState<LookPurpose | null>(null)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const look = useMutation({
    mutationFn: (body: object) => sendAct<SeenIdentity>(`/api/register/people/${personId}/identity`, body),
    onSuccess: ({ number }) => onSeen(number),
    gcTime: 0,
  })
  const isShort = words.trim().length < 2
  const send = () => {
    setTried(true)
    if (purpose !== null && !isShort) look.mutate({ purpose, words: words.trim() })
  }
  return (
    <ActDialog title={desk.seeTitle} label={desk.seeNow} act={look} onConfirm={send} onClose={onClose}>
      <p>{desk.seeLead}</p>
      <Choices<LookPurpose>
        label={desk.seePurpose}
        {...(tried && purpose === null ? { error: desk.seePurposeMissing } : {})}
        options={purposes.map((value) => ({ value, label: desk.lookPurposes[value] }))}
        value={purpose}
        onChoose={setPurpose}
      />
      <TextField
        label={desk.seeWords}
        hint={desk.seeWordsHint}
        maxLength={200}
        autoComplete="off"
        error={tried && isShort ? desk.seeWordsMissing : undefined}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
    </ActDialog>
  )
}
