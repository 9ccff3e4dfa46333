import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { CaseStory } from '../../../cases/story.contract.ts'
import { call } from '../../api/call.ts'
import { newRequestId } from '../../api/identity.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextArea } from '../../kit/field.tsx'
import { ActDialog } from '../act-dialog.tsx'
import { useWords } from '../words.ts'
import { caseKey } from './use-case.ts'

/** The reporter masked, and the way to see them: by saying what for. */
export function Reporter({ story }: { story: CaseStory }) {
  const { common, consoleCase } = useWords()
  const { reporter: said } = consoleCase
  const [asking, setAsking] = useState(false)
  // Handlers see the place and not the person: to them the reporter is never told, whether named or not.
  if (story.reporter === null) return story.can.includes('see_reporter') ? said.none : said.hidden
  const { name, phone } = story.reporter
  return (
    <>
      {common.facts(name, phone)}
      {story.can.includes('see_reporter') && (
        <button type="button" className="text-button" onClick={() => setAsking(true)}>
          {said.see}
        </button>
      )}
      {asking && <AskPurpose id={story.id} onClose={() => setAsking(false)} />}
    </>
  )
}

/** Shown once, in the dialog; what was seen is kept nowhere. */
export function AskPurpose({
  id,
  what = '',
  onSeen,
  onClose,
}: {
  id: string
  /** What it is for, where the program knows it. */
  what?: string
  /** Takes what was seen instead of the dialog, which then closes. */
  onSeen?: (person: { readonly name: string | null; readonly phone: string | null }) => void
  onClose(): void
}) {
  const words = useWords()
  const { reporter: said } = words.consoleCase
  const client = useQueryClient()
  const requestId = useRef(newRequestId())
  const [purpose, setPurpose] = useState(what)
  const [tried, setTried] = useState(false)
  const see = useMutation({
    mutationFn: () =>
      call<{ name: string | null; phone: string | null }>('POST', `/api/cases/${id}/see-reporter`, {
        requestId: requestId.current,
        purpose: purpose.trim(),
      }),
    onSuccess: async (person) => {
      onSeen?.(person)
      if (onSeen) onClose()
      await client.invalidateQueries({ queryKey: caseKey(id) })
    },
  })
  const tooShort = purpose.trim().length < 2
  const ask = () => {
    setTried(true)
    if (!tooShort) see.mutate()
  }
  const change = (text: string) => {
    setPurpose(text)
    requestId.current = newRequestId()
  }
  if (see.data) return <Seen person={see.data} onClose={onClose} />
  return (
    <ActDialog title={said.askTitle} onClose={onClose} label={said.show} act={see} onConfirm={ask}>
      <TextArea
        label={said.purpose}
        hint={said.purposeHint}
        value={purpose}
        most={1000}
        error={tried && tooShort ? said.purposeNeeded : undefined}
        onChange={(event) => change(event.target.value)}
      />
    </ActDialog>
  )
}

function Seen({
  person,
  onClose,
}: {
  person: { readonly name: string | null; readonly phone: string | null }
  onClose(): void
}) {
  const words = useWords()
  const { reporter: said } = words.consoleCase
  return (
    <Dialog
      title={said.shownTitle}
      acts={<Button onClick={onClose}>{words.common.actions.close}</Button>}
      onClose={onClose}
    >
      <p className="reporter__full">{person.name ?? said.noName}</p>
      <p className="reporter__full">
        {person.phone === null ? said.noPhone : <a href={`tel:${person.phone}`}>{person.phone}</a>}
      </p>
      <p>{said.shownOnce}</p>
    </Dialog>
  )
}
