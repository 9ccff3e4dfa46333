import { type FormEvent, useState } from 'react'
import type { RequestCase } from '../../../cases/acts.contract.ts'
import { useDraft } from '../../api/draft.ts'
import { Button } from '../../kit/button.tsx'
import { Choices } from '../../kit/choice.tsx'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { TextArea, TextField } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useWords } from '../../preferences.tsx'
import { ActFoot } from './act-foot.tsx'
import { useCaseAct } from './use-case-act.ts'

type Kind = RequestCase['kind']
const kinds: readonly Kind[] = ['extension', 'pause', 'listing', 'return']

interface Written {
  readonly kind: Kind | null
  readonly days: string
  readonly reviewOn: string
  readonly reason: string
}
const nothing: Written = { kind: null, days: '', reviewOn: '', reason: '' }

const asksDays = ({ kind }: Written): boolean => kind === 'extension' || kind === 'pause'

/** What must be mended before the request can be sent. */
const wrongIn = (written: Written) => ({
  kind: written.kind === null,
  days: asksDays(written) && !/^([1-9]|[1-5]\d|60)$/.test(written.days.trim()),
  reviewOn: written.kind === 'listing' && written.reviewOn === '',
  reason: written.reason.trim().length < 2,
})

const bodyOf = (written: Written) => ({
  kind: written.kind,
  reason: written.reason.trim(),
  ...(asksDays(written) && { days: Number(written.days) }),
  ...(written.kind === 'listing' && { reviewOn: written.reviewOn }),
})

/** Asks the desk above for more time, a pause, a long-term listing, or to take the case back. */
export function RequestForm({ caseId, onDone }: { caseId: string; onDone(): void }) {
  const { field, report } = useWords()
  const { request } = field.case
  const [written, change, forget] = useDraft(`request.${caseId}`, nothing)
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const send = useCaseAct(caseId, 'request', request.done, {
    onDone: () => {
      forget()
      onDone()
    },
  })
  const go = () => {
    setAsking(false)
    send.mutate(bodyOf(written))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.values(wrongIn(written)).some(Boolean)) return
    if (written.kind === 'return') setAsking(true)
    else go()
  }
  return (
    <form onSubmit={submit} noValidate>
      <RequestFields written={written} tried={tried} onChange={change} />
      <FormError error={send.error} offline={report.offlineKept} />
      <ActFoot caseId={caseId}>
        <Button type="submit" busy={send.isPending}>
          {request.send}
        </Button>
      </ActFoot>
      {asking && (
        <ConfirmDialog
          big
          title={request.askReturn}
          label={request.send}
          onConfirm={go}
          onClose={() => setAsking(false)}
        >
          <p>{request.askReturnNext}</p>
        </ConfirmDialog>
      )}
    </form>
  )
}

function RequestFields({
  written,
  tried,
  onChange,
}: {
  written: Written
  tried: boolean
  onChange(change: Partial<Written>): void
}) {
  const { request, requestKinds } = useWords().field.case
  const wrong = wrongIn(written)
  return (
    <>
      <Choices<Kind>
        label={request.kind}
        value={written.kind}
        onChoose={(kind) => onChange({ kind })}
        {...(tried && wrong.kind ? { error: request.kindMissing } : {})}
        options={kinds.map((value) => ({
          value,
          label: requestKinds[value],
          hint: request.kindHints[value],
        }))}
      />
      {asksDays(written) && (
        <TextField
          label={request.days}
          inputMode="numeric"
          maxLength={2}
          error={tried && wrong.days ? request.daysWrong : undefined}
          value={written.days}
          onChange={(event) => onChange({ days: event.target.value })}
        />
      )}
      {written.kind === 'listing' && (
        <TextField
          label={request.reviewOn}
          type="date"
          error={tried && wrong.reviewOn ? request.reviewOnMissing : undefined}
          value={written.reviewOn}
          onChange={(event) => onChange({ reviewOn: event.target.value })}
        />
      )}
      <TextArea
        label={request.reason}
        hint={request.reasonHint}
        most={1000}
        error={tried && wrong.reason ? request.reasonMissing : undefined}
        value={written.reason}
        onChange={(event) => onChange({ reason: event.target.value })}
      />
    </>
  )
}
