import type { ComponentType } from 'react'
import type { CaseStory } from '../../../../cases/story.contract.ts'
import { CheckForm } from './check-form.tsx'
import { DispatchForm } from './dispatch-form.tsx'
import { EraseForm } from './erase-form.tsx'
import { JoinForm } from './join-form.tsx'
import { NoteForm } from './note-form.tsx'
import { CloseForm, ResumeForm, SignForm } from './one-tap-forms.tsx'
import { PublishForm } from './publish-form.tsx'
import { DeclineForm, ReferForm } from './reason-forms.tsx'
import { ReplyForm } from './reply-form.tsx'
import { RequestForm } from './request-form.tsx'
import { ResolveForm } from './resolve-form.tsx'
import { ReviewForm } from './review-form.tsx'
import { ScreenForm } from './screen-form.tsx'

export interface ActFormProps {
  readonly story: CaseStory
}

/** The form of each act, in the order in which a page offers them. */
export const actForms = {
  screen: ScreenForm,
  dispatch: DispatchForm,
  sign: SignForm,
  note: NoteForm,
  resolve: ResolveForm,
  reply: ReplyForm,
  check: CheckForm,
  close: CloseForm,
  review: ReviewForm,
  resume: ResumeForm,
  request: RequestForm,
  join: JoinForm,
  refer: ReferForm,
  decline: DeclineForm,
  publish: PublishForm,
  erase: EraseForm,
} satisfies Record<string, ComponentType<ActFormProps>>

export type PanelAct = keyof typeof actForms
export const panelActs = Object.keys(actForms) as readonly PanelAct[]
