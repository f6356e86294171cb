/** A fleet that crawls a web site: {@link io.coxswain.examples.crawler.CrawlerCommand} is the program, {@code SiteServer} and {@code CrawlerWorker} run as processes of their own. */
@NullMarked
package io.coxswain.examples.crawler;

import org.jspecify.annotations.NullMarked;
