/** The controllers that the kit must find to be wrong, and the same ones put right. */
package io.coxswain.simulation.bugs;
