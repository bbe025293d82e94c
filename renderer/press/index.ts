export { ArticleScreen } from './article-screen.tsx';
export { ArticlesScreen } from './articles-screen.tsx';
