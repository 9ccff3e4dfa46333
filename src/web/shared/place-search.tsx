import './place-search.css'
import { useState } from 'react'
import type { AreaPath } from '../../areas/contract.ts'
import { useRead, withQuery } from '../api/use-read.ts'
import { SelectField, TextField } from '../kit/field.tsx'
import { FormError } from '../kit/form-error.tsx'
import { useWords } from '../preferences.tsx'
import { useParts } from './area-choice.tsx'
import { type ChosenPlace, chosenPlace, useSayPlace } from './my-place.ts'
import { useNameOf } from './names.ts'
import { useSettled } from './use-settled.ts'

/** Finds an estate, community or street by a part of its name; no code is ever asked for. */
export function PlaceSearch({ onChoose }: { onChoose(place: ChosenPlace): void }) {
  const { where } = useWords().report
  const sayPlace = useSayPlace()
  const nameOf = useNameOf()
  const [text, setText] = useState('')
  const asked = useSettled(text.trim())
  const reading = useRead<readonly AreaPath[]>(
    asked === '' ? null : withQuery('/api/areas/find', { text: asked, limit: '8' }),
    { keepLast: true, staleMs: 300_000 },
  )
  const found = asked === '' ? undefined : reading.data
  return (
    <>
      <TextField
        label={where.search}
        hint={where.searchHint}
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        maxLength={60}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <p className={found ? 'unseen' : 'field__hint'} role="status">
        {asked !== '' && found === undefined && reading.error === null && where.searching}
        {found && found.length > 0 && where.found(found.length)}
      </p>
      {asked !== '' && <FormError error={reading.error} />}
      {found?.length === 0 && <p className="field__hint">{where.nothing}</p>}
      {found && found.length > 0 && (
        <ul className="found">
          {found.map((path) => (
            <li key={path.area.id}>
              <button type="button" onClick={() => onChoose(chosenPlace(path))}>
                {nameOf(path.area)}
                <small>{sayPlace(path.steps.length > 3 ? path.steps.slice(0, -1) : path.steps)}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Where a chosen place has parts (grids of a community, buildings of an estate): one of them, if it is known. */
export function FinerPlace({ place, onChoose }: { place: ChosenPlace; onChoose(place: ChosenPlace): void }) {
  const { where } = useWords().report
  const nameOf = useNameOf()
  const parts = useParts(true, place.id).filter(({ kind }) => kind !== 'home')
  if (parts.length === 0) return null
  const choose = (id: string) => {
    const part = parts.find((area) => area.id === id)
    if (part === undefined) return
    const { kind, nameZh, nameEn } = part
    onChoose({ id, steps: [...place.steps, { id, kind, nameZh, nameEn }] })
  }
  return (
    <SelectField label={where.finer} optional value="" onChoose={choose}>
      <option value="">{where.finerNone}</option>
      {parts.map((area) => (
        <option key={area.id} value={area.id}>
          {nameOf(area)}
        </option>
      ))}
    </SelectField>
  )
}
