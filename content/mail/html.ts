import type { ComposedMail } from './types.ts';

/** Colours of Québec's design system, written out: mail programs know neither variables nor our stylesheet. */
const look = {
  ink: '#223654',
  muted: '#4e5662',
  blue: '#095797',
  pale: '#f1f1f2',
  line: '#c5cad2',
  font: "'Open Sans', Arial, Helvetica, sans-serif",
};

/** The HTML part: one column of 600 px that narrows on a phone, a single button, tables for old mail programs, no image. */
export function htmlPart(mail: ComposedMail): string {
  const rows = [
    row(
      `<p class="mark" style="${style({ 'font-size': '16px', 'font-weight': '700', margin: '0' })}">${escape(mail.productName)}</p>`,
      `border-bottom:4px solid ${look.blue};padding:24px 32px 16px`,
    ),
    row(
      `<h1 style="${style({ 'font-size': '22px', 'line-height': '30px', margin: '0 0 20px' })}">${escape(mail.subject)}</h1>${paragraphs([mail.greeting, ...mail.body])}`,
      'padding:28px 32px 4px',
    ),
    details(mail),
    sections(mail),
    button(mail),
    links(mail),
    row(
      `${paragraphs(mail.after)}<p style="${paragraph};font-weight:600">${mail.signature.map(escape).join('<br>')}</p>`,
      'padding:4px 32px 20px',
    ),
    row(
      mail.footer
        .map(
          (line) =>
            `<p class="quiet" style="margin:0 0 6px;font-size:13px;line-height:20px;color:${look.muted}">${escape(line)}</p>`,
        )
        .join(''),
      `border-top:1px solid ${look.line};padding:16px 32px 28px`,
    ),
  ];
  return `<!doctype html>
<html lang="${mail.language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(mail.subject)}</title>
<style>
@media (max-width: 620px) { .column { width: 100% !important } .column td { padding-left: 20px !important; padding-right: 20px !important } }
@media (prefers-color-scheme: dark) { body, .page { background: #1a2230 !important } .column { background: #223654 !important } .column, .column h1, .column h2, .column p, .column td { color: #fff !important } .column .quiet { color: #dae6f0 !important } .fact { background: #1a2230 !important } .help a, .quiet a { color: #b3d4f5 !important } }
</style>
</head>
<body style="margin:0;padding:0;background:${look.pale}">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:${look.pale}"><tr><td align="center" style="padding:24px 0">
<table role="presentation" class="column" width="600" cellpadding="0" cellspacing="0" style="width:600px;max-width:100%;background:#fff;color:${look.ink};font-family:${look.font};text-align:left">
${rows.filter(Boolean).join('\n')}
</table>
</td></tr></table>
</body>
</html>
`;
}

const paragraph = 'margin:0 0 16px;font-size:16px;line-height:25px';

function paragraphs(texts: string[]): string {
  return texts.map((text) => `<p style="${paragraph}">${escape(text)}</p>`).join('\n');
}

function details(mail: ComposedMail): string {
  if (mail.details.length === 0) return '';
  const lines = mail.details
    .map(
      ({ label, value }) =>
        `<p style="margin:0 0 4px;font-size:14px;line-height:20px">${escape(label)}</p><p style="margin:0 0 14px;font-size:20px;line-height:28px;font-weight:700">${escape(value)}</p>`,
    )
    .join('');
  return row(
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td class="fact" style="background:${look.pale};padding:18px 20px 4px">${lines}</td></tr></table>`,
    'padding:0 32px 20px',
  );
}

function sections(mail: ComposedMail): string {
  if (mail.sections.length === 0) return '';
  const blocks = mail.sections.map(
    ({ title, body }) =>
      `<h2 style="margin:12px 0 8px;font-size:18px;line-height:26px">${escape(title)}</h2>${paragraphs(body)}`,
  );
  return row(blocks.join('\n'), 'padding:0 32px 4px');
}

function links(mail: ComposedMail): string {
  const lines = mail.links.map(
    ({ label, url }) =>
      `<p class="help" style="${paragraph}"><a href="${escape(url)}" style="color:${look.blue}">${escape(label)}</a></p>`,
  );
  return row(lines.join('\n'), 'padding:0 32px 4px');
}

function button(mail: ComposedMail): string {
  if (!mail.button) return '';
  const { label, url, help } = mail.button;
  const href = escape(url);
  return row(
    `<table role="presentation" cellpadding="0" cellspacing="0"><tr><td style="background:${look.blue};border-radius:4px"><a href="${href}" style="display:inline-block;padding:13px 24px;color:#fff;font-size:16px;font-weight:600;text-decoration:none">${escape(label)}</a></td></tr></table>
<p class="help" style="margin:16px 0 20px;font-size:13px;line-height:20px">${escape(help)}<br><a href="${href}" style="color:${look.blue};word-break:break-all">${href}</a></p>`,
    'padding:4px 32px 0',
  );
}

function row(content: string, css: string): string {
  return content ? `<tr><td style="${css}">${content}</td></tr>` : '';
}

function style(rules: Record<string, string>): string {
  return Object.entries(rules)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
