import { replyLimits } from '#domain/queue/replies.ts';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { TextField } from '../../ui/form/TextField.tsx';

/** Title and text of a saved reply. */
export function ReplyFields() {
  return (
    <>
      <TextField name="title" maxLength={replyLimits.title} />
      <TextArea name="body" rows={6} />
    </>
  );
}
