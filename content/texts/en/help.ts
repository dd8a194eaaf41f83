export default {
  landing: {
    title: 'Settling a dispute with a merchant',
    lead: 'Are you and a merchant unable to agree? Negotiate online, free of charge, in a neutral, private and secure place.',
    consumers: {
      title: 'Consumers',
      text: 'Has the Office sent you a reference number and an access code? Sign up, then create your file.',
      signUp: 'Sign up',
      signIn: 'Sign in',
    },
    merchants: {
      title: 'Merchants',
      text: 'Answer the files that concern your company. Your account is opened by the Office, at the request of your respondent.',
      signIn: 'Sign in',
    },
    mediators: {
      title: 'Mediators',
      text: 'Follow the files assigned to you. Your account is opened by the Office.',
      signIn: 'Sign in',
    },
    how: 'How it works',
    steps: {
      one: {
        title: 'You create your file',
        text_one:
          'You describe the problem, propose a solution and attach your documents. You have {{count}} day to submit it.',
        text_other:
          'You describe the problem, propose a solution and attach your documents. You have {{count}} days to submit it.',
      },
      two: {
        title: 'You negotiate',
        text: 'The merchant takes charge of the file, then accepts your proposal or makes another. It is then your turn to answer, and so on.',
      },
      three: {
        title: 'If needed, someone helps you',
        text: 'Either party may ask for mediation. A neutral mediator proposes solutions and imposes nothing.',
      },
      four: {
        title: 'You agree',
        text: 'The agreement is written and given to both parties. If there is none, you remain free to use another remedy.',
      },
    },
    promises: 'What you can expect',
    free: 'It is free of charge for everyone.',
    neutral: 'The Office takes no side and advises nobody.',
    private: 'What is written stays confidential and cannot be used as evidence, unless the parties agree.',
  },
  title: 'Help',
  lead: 'What to know to prepare, negotiate, request mediation and go further.',
  contents: 'On this page',
  checkedOn: 'Up to date as of {{date}}',
  notAdvice:
    'This page gives general information, in simple terms. It does not replace the text of the laws and is not legal advice.',
  allPages: 'All pages of help',
  at: {
    process: 'How it goes, step by step',
    participants: 'Who may take part, and how to prepare',
    solutions: 'Possible solutions',
    damages: 'Damages and punitive damages',
    negotiation: 'Tools to help you negotiate',
    formalise: 'Why write a proposal',
    time: 'Time to answer, and how to nudge',
    agreement: 'What the agreement is, and what follows',
    mediation: 'How mediation goes',
    mediators: 'Leading a mediation, step by step',
    merchants: 'Advice for merchants',
    remedies: 'Other remedies',
    caseLaw: 'What courts have decided',
    questions: 'Frequent questions',
    contact: 'Reach the Office',
    whoSeesWhat: 'Who sees what',
    label: 'To help you',
  },
  merchantAdvice: {
    title: 'What helps a file to be settled',
    introduce: 'Introduce yourself in the message centre and say what you are checking.',
    simple: 'Answer quickly, in simple words.',
    counter: 'If the proposal does not suit you, make a counter-proposal.',
    signIn: 'Sign in regularly: read the platform’s e-mails and the Office’s messages, and answer them.',
    brief: 'In mediation, brief the mediator: your messages with the other party are not shown to them.',
  },
  privacy: {
    title: 'Protection of personal information',
    lead: 'What we keep, who sees it, and for how long.',
    collected: {
      title: 'What we collect',
      text: 'Your name, your contact details, what you write and attach in your files, the record of what is done in them, the IP address from which you accept the terms or an agreement, and the one from which you sign in, with the browser and the system of the device. We collect nothing for advertising and use no tracking tool.',
    },
    seen: {
      title: 'Who sees it',
      text: 'The parties to a file, and the mediator assigned to it. The Office sees how a file proceeds, not what it contains; if it must open it, it records the reason and the parties see it.',
    },
    retention: {
      title: 'For how long',
      text: 'A closed file is kept for {{retention}}, and then its content is erased. What remains is the record of its steps (who did what and when, with nothing of what was written), the fingerprint of the agreement and the proof that you accepted the terms. Your account remains.',
    },
    cookies: {
      title: 'Cookies',
      text: 'Cookies keep your session open, remember your language and the appearance you chose, recognize a browser where you have signed in before, and serve from one page to the next when a form is sent. What you are writing is also kept in your browser until it is sent. None of this is used to track you.',
    },
    rights: {
      title: 'Your rights',
      text: 'You can read and correct your information in your profile, or write to {{email}}.',
    },
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'Everyone must be able to use Parle consommation.',
    how: {
      title: 'What we do',
      text: 'Pages aim at WCAG 2.2, level AA, and Québec’s SGQRI 008 standard. They can be used with a keyboard, a screen reader, on a phone and without JavaScript, in light or dark, and the text can be enlarged.',
    },
    tell: {
      title: 'Having trouble?',
      text: 'Write to {{email}} and tell us on which page. We will help you do what you meant to do, and then mend it.',
    },
  },
};
