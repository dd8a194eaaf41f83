import { href, pages } from '#contracts/pages/index.ts';
import { maxMessageLength } from '#contracts/schemas/message.ts';
import { Unsent } from '../../forms/Unsent.tsx';
import { useT } from '../../texts.tsx';
import { Button, ButtonGroup } from '../../ui/Button.tsx';
import { Empty } from '../../ui/messages/Empty.tsx';
import { Form, useFormReply } from '../../ui/form/Form.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Select } from '../../ui/form/Select.tsx';
import { RowField } from '../../ui/form/RowField.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { SavedMark } from '../../forms/autosave/SavedMark.tsx';
import { OtherDrafts } from '../../forms/autosave/OtherDrafts.tsx';
import type { ThreadData } from '../types.ts';

type ThreadProps = {
  id: string;
  thread: ThreadData;
  level?: 2 | 3;
  /** What the reader's company keeps of short texts to begin a message with (B-09). */
  replies?: { value: string; label: string }[];
};

/** Each conversation has its sign beside its word and its band: nobody writes in the wrong one. */
const signs: Record<ThreadData['thread'], IconName> = {
  negotiation: 'email',
  mediationRoom: 'clipboard',
  consumerCaucus: 'user',
  merchantCaucus: 'adresse',
};

/** A conversation, headed by who reads it; the field repeats it. */
export function Thread({ id, thread, level = 2, replies = [] }: ThreadProps) {
  const t = useT();
  const reply = useFormReply('message');
  const typed = reply && typeof reply.values['body'] === 'string' ? reply.values['body'] : null;
  // What was typed just now is also what was saved last, once it was saved.
  const unsent = typed === null ? thread.unsent : [typed, ...thread.unsent.filter((text) => text !== typed)];
  const Heading = `h${level}` as const;
  return (
    <section
      className={`pc-thread pc-thread-${thread.thread}`}
      id="discussion"
      aria-labelledby={`fil-${thread.thread}`}
    >
      <p className="pc-thread-tag">
        <Icon name={signs[thread.thread]} size="sm" /> {thread.tag}
      </p>
      <Heading id={`fil-${thread.thread}`}>{thread.title}</Heading>
      <p className="pc-thread-readers">
        <strong>{t('messages:whoReads')}</strong>
        <br />
        <UserText inline>{thread.people}</UserText>
        <br />
        {thread.readers}
        <br />
        {t('messages:zone')}
      </p>
      {thread.older ? <a href={thread.older}>{t('messages:older')}</a> : null}
      {thread.messages.length === 0 ? <Empty title={thread.empty} /> : <Messages messages={thread.messages} />}
      {thread.newest ? <a href={thread.newest}>{t('messages:newest')}</a> : null}
      {thread.note ? <Notice kind="neutral" title={thread.note} /> : null}
      {thread.write ? (
        <MessageForm id={id} thread={thread} write={thread.write} replies={replies} />
      ) : (
        <Unsent texts={unsent} reply={reply} />
      )}
    </section>
  );
}

function Messages({ messages }: { messages: ThreadData['messages'] }) {
  const t = useT();
  const firstNew = messages.findIndex((message) => message.isNew);
  return (
    <ol className="pc-messages">
      {messages.map((message, position) => (
        <li
          key={message.id}
          id={`message-${message.id}`}
          className={`pc-message${message.mine ? ' pc-message-mine' : ''}`}
        >
          {position === firstNew ? <p className="pc-new-mark">{t('messages:newMark')}</p> : null}
          <p className="pc-message-head">
            <strong>
              <UserText inline>{message.author}</UserText>
            </strong>{' '}
            ({message.role}), {message.at}
          </p>
          {message.announces ? (
            <p>
              <strong>{message.announces}</strong>
            </p>
          ) : null}
          <UserText>{message.body}</UserText>
          {message.shared ? <p className="pc-message-head">{message.shared}</p> : null}
        </li>
      ))}
    </ol>
  );
}

/** The field saves what is typed as a draft that only its author sees, with scripts or by its button. */
function MessageForm({
  id,
  thread,
  write,
  replies,
}: Required<Pick<ThreadProps, 'id' | 'thread' | 'replies'>> & { write: NonNullable<ThreadData['write']> }) {
  const t = useT();
  const address = href(pages.dossier.autosave, { dossierId: id });
  return (
    <>
      <OtherDrafts others={write.others} />
      <Form
        name="message"
        keptAs={`message.${thread.thread}`}
        saves={{ address, row: 'messageId', max: maxMessageLength }}
        values={{ body: write.body }}
        labels={{ body: t('messages:write'), reply: t('queue:replies.choose') }}
      >
        <RowField name="messageId" value={write.messageId} />
        <RowField name="base" value={write.base} />
        <input type="hidden" name="thread" value={thread.thread} />
        <p className="pc-thread-reminder">
          <Icon name={signs[thread.thread]} size="sm" />{' '}
          <strong>{t('messages:writingIn', { title: thread.title })}</strong>
          <br />
          <UserText inline>{t('messages:readBy', { people: thread.others })}</UserText>
        </p>
        <TextArea name="body" label={t('messages:write')} hint={thread.readers} rows={5} />
        <SavedMark savedAt={write.savedAt} />
        <ButtonGroup>
          <Button name="intent" value="send">
            {t('messages:send')}
          </Button>
          <Button look="tertiary" name="intent" value="save" formNoValidate>
            {t('messages:save')}
          </Button>
        </ButtonGroup>
        {replies.length > 0 ? <SavedReplies replies={replies} /> : null}
      </Form>
    </>
  );
}

/** A reply that the company keeps, put after what is written (B-09). */
function SavedReplies({ replies }: { replies: NonNullable<ThreadProps['replies']> }) {
  const t = useT();
  return (
    <>
      <Select
        name="reply"
        label={t('queue:replies.choose')}
        hint={t('queue:replies.chooseHint')}
        optional
        options={replies}
      />
      <ButtonGroup>
        <Button look="tertiary" name="intent" value="insert" formNoValidate>
          {t('queue:replies.insert')}
        </Button>
        <a href={href(pages.queue.replies)}>{t('queue:replies.manage')}</a>
      </ButtonGroup>
    </>
  );
}
