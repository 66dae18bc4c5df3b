import type { Words } from './words';

/**
 * Portuguese, of Brazil and Portugal.
 *
 * app: Microsoft, FairEmail "palavra-passe de aplicação"; ownCloud "senhas/tokens de aplicativo"; mailcow "senha do
 * aplicativo"; FairEmail "senha do app". As other pages quote them: Google "senha de app", Apple "senha específica de
 * app". key: mailcow, Nextcloud. The rest is ours.
 */
export const words: Words = {
  app: 'senha* para+app|palavra passe* para+app|senha* de app!|senha* de apps!|senha* do app!|senha* para app!|senha* para apps!|senha* de+aplica|senha* do aplic|senha* para+aplica|senha* específica|senha*/tokens de aplic|passe de app!|passe da app!|passe de aplic|passe da aplic|passe específica|passe para+aplic|senha* específicas|senha* de programa|senha* de disposit|senha* do disposit|senha* por aplic|senha* de terceir|senha* extern|senha* para+cliente de e mail|palavra* passe de app|palavra* passe da app|palavra* passe para app|palavra* passe da aplic|palavra* passe de aplic|palavra* passe específica|palavra* passe de disposit|palavras passe da|código* de aplicativo|código* de aplicação|chave* de aplicativo',
  pass: 'senha|palavra* passe',
  once: 'uma única vez|só uma vez|apenas uma vez|somente uma vez|não poderá|não será poss|não voltará|copie|não será mostrad|não será exibid|não será mais|não vai poder|não conseguirá|não voltar|não irá voltar|nunca mais|anote|tome nota|guarde|salve|local seguro|utilize esta|introduza esta|insira esta|digite esta|cole esta|foi criada|foi gerada|criada com sucesso|gerada com sucesso|sua nova senha|a sua nova palavra|esta é a sua|aqui está|antes de fechar|ver novamente|mostrada novamente|exibida novamente|vê la novamente|apresentada novamente',
  copy: 'transferência|área de transf',
  name: 'selecione o app|selecione seu app|selecionar app|tipo de disp|rótulo|para que|comentário|identificação',
  delete:
    'excluir|apagar|revogar|desassociar|cancelar acesso|desativar|terminar sessão em|encerrar sess|sair de todos|terminar todas|deletar',
  cancel: 'fechar|voltar|agora não|mais tarde|dispensar|não, obrigad|anterior!|retroceder|recusar',
  key: 'chave* de segurança|aplicativo autent|app autent|chave secreta|chave de config|leia+código qr|digitaliz*+código|ler+código qr|leia+código|não consegue ler|não consegue digit|não consegue escan|não é possível ler|insira+chave|introduz*+chave|digite+chave|chave da conta|chave de conta|chave manual|segredo compart|segredo partilh|chave de instal',
  temp: 'provisóri|temporári|descartáve|uso único|utilização única|código de conf|senha de uso|senha inicial|palavra passe inicial|código de uso|código de acesso|código de login|código de início|código do disposit|expira em+minuto|expira em+hora|expira dentro|passe de acesso|código de reposição|código de redefin',
  recovery:
    'chave* de recup|código* de backup|código* de emerg|código* de resgate|código* de segurança de res|chave* de backup|chave* de emerg|chave* de resgate|chave* de reserva|chave* de cópia|código* de cópia|frase* semente|palavra* de recup|código* de desbl|chave* de desbl|chave* de restaur|código* alternativ',
  serial:
    'id da chave|id do cliente|id de acesso|número de série|número do ped|número do client|referência:|número da fatura|número da conta|número da encomenda|número de encomenda|número do caso|número de rastre|número do contrato|número da reserva|número do modelo|número do protocolo|id da solic|id do pedido|id da trans|id da sess|id do cliente|id da conta|id do usuár|id do utiliz|código de erro|número de protocolo',
  token:
    'chave*+api!|chave* de api|chave* api|chave* da api|chave* de acesso|chave* privada|chave* pública|chave* secreta de api|chave* de criptog|chave* de encript|chave* ssh|chave* de assinat|segredo do cliente|segredo de cliente',
  other:
    'senha da rede|palavra passe da rede|licença|chave do prod|código de ativ|cupom|cupão|cartão pres|código de conv|senha de rede|senha do roteador|chave de rede|chave da rede|chave de produto|número de série do prod|código de oferta|código presente|vale presente|vale oferta|cartão oferta|código de indic|código de resgate|convite|id da reunião|código da reunião|senha da reunião|palavra passe da reunião|senha do link|senha do arquivo|senha do ficheiro|senha de convidado|link de compart|ligação de partilha|carteira|soma de verif|impressão digital|banco de dados|base de dados|conta bancária|aparelhos conectados|dispositivos ligados|dispositivos nos quais|dispositivos onde|dispositivos em que|onde você fez login|onde tem sessão|onde iniciou sessão|onde você está conect|sessões ativas|sessão ativa|sessão atual|sessões abertas|atividades recentes|atividade de início|histórico de login|histórico de acess|ativo pela última|visto pela última|sessões do naveg|sessões de naveg|gerenciar+dispositivos|gerir+dispositivos|apps com acesso à|aplicativos com acesso|aplicações com acesso à|apps de terceiros com|· seus dispositivos|· os seus dispositivos|· meus dispositivos',
  example:
    'exemplo|parece com|p.ex|por ex|amostra|fictíci|não é real|não é uma senha real|não é uma senha verdadeira|não é uma palavra passe real|não é verdadeir|a título de|ilustração|tem este aspeto|terá este aspeto|parecida com|parecido com|o que é uma senha|o que são senhas|o que são as senhas|o que é+senha|o que são+senha|o que é uma palavra passe|o que são palavras passe|o que são as palavras passe|o que é+palavra passe|para que servem as senhas|para que serve uma senha|como funcionam as senhas|semelhante a est|tem a forma|· sobre senhas de app|· sobre as senhas|· acerca das palavras passe|· sobre as palavras passe',
  own: 'senha atual|palavra passe atual|confirm*+senha|esquec|alterar+senha|alterar+passe|repit*+senha|senha antiga|senha anterior|senha existente|palavra passe antiga|palavra passe anterior|palavra passe existente|confirm*+palavra passe|repita+palavra passe|redigite|reintroduz|digite novamente|insira novamente|introduza novamente|nova senha+confirm|nova senha+repit|nova palavra passe+confirm|· senha da conta|· senha da sua conta|· palavra passe da conta|· senha de login|· palavra passe de início|senha mestra|senha principal|palavra passe mestra|mudar+senha|trocar+senha|redefin*+senha|repor+palavra passe|digite sua senha|insira sua senha|introduza a sua palavra passe|verificar senha|verifique sua senha|verificar a senha|verificar a palavra passe',
};
