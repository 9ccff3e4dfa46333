import { type FormEvent, useState } from 'react'
import type { PublicMatter } from '../../../matters/contract.ts'
import type { AnnounceChecklist, Announced, ChecklistItem, Checklists } from '../../../rounds/contract.ts'
import { useAct, useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { MatterSelect } from '../../shared/matter-select.tsx'
import { useNameOf } from '../../shared/names.ts'
import { dayAfter, localDay } from '../../words/time.ts'
import { FormActs } from '../form-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { draftOf, freshItem, listOf, wrongIn } from './list-draft.ts'
import { useSaid } from './use-said.ts'

/** Announces a list from a day on, begun from the one in force. */
export function ListForm({ lists: { area, inForce }, onClose }: { lists: Checklists; onClose(): void }) {
  const said = useSaid().lists.form
  const say = useSay()
  const today = localDay(nowMs())
  const [draft, setDraft] = useState(() => draftOf(inForce, dayAfter(today)))
  const [tried, setTried] = useState(false)
  const { data: matters = [] } = useRead<readonly PublicMatter[]>('/api/matters', { staleMs: 300_000 })
  const act = useAct<Announced, Omit<AnnounceChecklist, 'requestId'>>('/api/checklists', {
    onDone: () => {
      say(said.done)
      onClose()
    },
  })
  const wrong = tried ? wrongIn(draft) : []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (wrongIn(draft).length === 0 && !act.isPending)
      act.mutate(listOf(draft, { areaId: area.id, estateKind: inForce.estateKind }))
  }
  const { items } = draft
  const put = (next: readonly ChecklistItem[]) => setDraft({ ...draft, items: next })
  return (
    <form className="panel" aria-label={said.title} onSubmit={submit} noValidate>
      <h2>{said.title}</h2>
      <TextField
        label={said.validFrom}
        type="date"
        min={today}
        value={draft.validFrom}
        error={wrong.includes('validFrom') ? said.dayMissing : undefined}
        onChange={(event) => setDraft({ ...draft, validFrom: event.target.value })}
      />
      <TextField
        label={said.period}
        inputMode="numeric"
        maxLength={3}
        value={draft.periodDays}
        error={wrong.includes('periodDays') ? said.periodWrong : undefined}
        onChange={(event) => setDraft({ ...draft, periodDays: event.target.value })}
      />
      {items.map((item, at) => (
        <ItemFields
          key={item.code}
          item={item}
          n={at + 1}
          matters={matters}
          isWrong={wrong.includes(`item ${item.code}`)}
          onChange={(change) => put(items.map((one) => (one === item ? { ...one, ...change } : one)))}
          onRemove={() => put(items.filter((one) => one !== item))}
        />
      ))}
      {wrong.includes('items') && (
        <p className="field__error" role="alert">
          {said.noItems}
        </p>
      )}
      <p>
        <Button look="quiet" onClick={() => put([...items, freshItem(items, nowMs())])}>
          {said.add}
        </Button>
      </p>
      <FormProblem error={act.error} />
      <FormActs label={said.send} busy={act.isPending} onCancel={onClose} />
    </form>
  )
}

interface ItemProps {
  readonly item: ChecklistItem
  readonly n: number
  readonly matters: readonly PublicMatter[]
  readonly isWrong: boolean
  onChange(change: Partial<ChecklistItem>): void
  onRemove(): void
}

function ItemFields({ item, n, matters, isWrong, onChange, onRemove }: ItemProps) {
  const { itemKinds, lists } = useSaid()
  const said = lists.form
  const nameOf = useNameOf()
  const name = nameOf(item)
  return (
    <fieldset className="rounds__item">
      <legend>{name === '' ? said.item(n) : name}</legend>
      <div className="rounds__filters">
        <TextField
          label={said.zh}
          maxLength={60}
          value={item.zh}
          error={isWrong ? said.words : undefined}
          onChange={(event) => onChange({ zh: event.target.value })}
        />
        <TextField
          label={said.en}
          maxLength={120}
          value={item.en}
          onChange={(event) => onChange({ en: event.target.value })}
        />
        <SelectField
          label={said.kind}
          value={item.kind}
          onChoose={(kind) => onChange({ kind: kind === 'facility' ? kind : 'hazard' })}
        >
          <option value="hazard">{itemKinds.hazard}</option>
          <option value="facility">{itemKinds.facility}</option>
        </SelectField>
        <MatterSelect
          label={said.matter}
          none={said.noMatter}
          matters={matters}
          value={item.matter ?? ''}
          onChoose={(matter) => onChange({ matter: matter === '' ? null : matter })}
        />
        <TextField
          label={said.basis}
          maxLength={200}
          value={item.basis ?? ''}
          onChange={(event) => onChange({ basis: event.target.value })}
        />
      </div>
      <button type="button" className="text-button" onClick={onRemove}>
        {name === '' ? said.removeEmpty : said.remove(name)}
      </button>
    </fieldset>
  )
}
