import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import type { FoundHolders } from '../../../people/offices/office.contract.ts'
import { call } from '../../api/call.ts'
import { withQuery } from '../../api/use-read.ts'
import { Field } from '../../kit/field.tsx'
import { useNameOf } from '../../shared/names.ts'
import { useWords } from '../words.ts'

/** A person who is known, or the name of one who is not. */
export interface Whom {
  readonly holderId?: string
  readonly newHolder?: { readonly name: string }
  readonly label: string
}

/** Somebody by part of their name; whoever holds an office already is offered first, so that they stay one person. */
export function HolderSelect({
  label,
  error,
  value,
  onChange,
}: {
  label?: string
  error?: string | undefined
  value: Whom | null
  onChange(whom: Whom | null): void
}) {
  const { common, consoleBodies } = useWords()
  const { take: said, place } = consoleBodies.offices
  const nameOf = useNameOf()
  const [text, setText] = useState('')
  const asked = text.trim()
  const { data } = useQuery({
    queryKey: ['holders', asked],
    queryFn: ({ signal }) =>
      call<FoundHolders>('GET', withQuery('/api/holders', { text: asked }), undefined, { signal }),
    enabled: asked !== '',
  })
  const known = (asked === '' ? [] : (data?.holders ?? [])).map(({ id, name, offices }) => ({
    value: id,
    label: said.known(
      name,
      common.list(offices.map(({ body, office }) => place(nameOf(body), nameOf(office)))),
    ),
    whom: { holderId: id, label: name },
  }))
  const options =
    asked === ''
      ? value === null
        ? []
        : [{ value: 'chosen', label: value.label, whom: value }]
      : [
          ...known,
          { value: 'new', label: said.newPerson(asked), whom: { newHolder: { name: asked }, label: asked } },
        ]
  return (
    <Field label={label ?? said.who} hint={said.whoHint} error={error}>
      {({ id }) => (
        <Select<string>
          id={id}
          className="whole-width"
          allowClear
          showSearch={{ filterOption: false, onSearch: setText }}
          placeholder={said.whoPlaceholder}
          notFoundContent={null}
          value={value === null ? null : 'chosen'}
          options={options}
          onChange={(chosen: string | undefined) => {
            setText('')
            onChange(options.find((option) => option.value === chosen)?.whom ?? null)
          }}
        />
      )}
    </Field>
  )
}
